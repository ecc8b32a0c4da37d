package app.earlybird.kit.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** This service's own tokens, one for each service it asks, renewed a minute before they end. */
@ApplicationScoped
public class ServiceTokens {

    private static final long RENEW_BEFORE_SECONDS = 60;
    private static final String GRANT = "client_credentials";

    private record Held(String bearer, Instant until) {}

    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final TokenEndpoint endpoint;
    private final String credentials;
    private final Clock clock;

    ServiceTokens(
            @RestClient TokenEndpoint endpoint,
            @ConfigProperty(name = "quarkus.application.name") String client,
            @ConfigProperty(name = "earlybird.client-secret") Optional<String> secret,
            Clock clock) {
        this.endpoint = endpoint;
        this.credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret.orElse("")).getBytes(StandardCharsets.UTF_8));
        this.clock = clock;
    }

    /** @param service the one that will be asked: the token is good for no other */
    public Uni<String> bearerFor(String service) {
        var token = held.get(service);
        if (token != null && Instant.now(clock).isBefore(token.until())) {
            return Uni.createFrom().item(token.bearer());
        }
        return endpoint.token("Basic " + credentials, GRANT, service)
                .map(answer -> new Held(
                        "Bearer " + answer.accessToken(),
                        Instant.now(clock).plusSeconds(answer.expiresIn() - RENEW_BEFORE_SECONDS)))
                .invoke(fresh -> held.put(service, fresh))
                .map(Held::bearer);
    }
}

package app.earlybird.auth.key;

import app.earlybird.auth.runtime.AuthConfig;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.openapi.ApiExamples;
import app.earlybird.kit.web.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/** Client credentials (RFC 6749, section 4.4) for the services of the suite; the gateway does not route here. */
@Path("/internal/oauth/token")
@Produces(MediaType.APPLICATION_JSON)
class ServiceTokenResource {

    record TokenBody(String accessToken, String tokenType, long expiresIn) {}

    private static final String BASIC = "Basic ";

    private final JwtAccessTokens tokens;
    private final AuthConfig config;

    ServiceTokenResource(JwtAccessTokens tokens, AuthConfig config) {
        this.tokens = tokens;
        this.config = config;
    }

    @POST
    @PermitAll
    @Extension(name = ApiExamples.PROBLEMS, value = "401 invalid_client")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Uni<TokenBody> token(
            @HeaderParam("Authorization") @Nullable String authorization,
            @FormParam("grant_type") @NotNull @Pattern(regexp = "client_credentials") String grantType,
            @FormParam("audience") @NotNull @Identifier String audience) {
        var client = proven(authorization == null ? "" : authorization);
        return tokens.issueToService(client, audience)
                .map(token -> new TokenBody(token.value(), "bearer", token.expiresIn()));
    }

    private String proven(String authorization) {
        var credentials = decoded(authorization).split(":", 2);
        var expected =
                config.clients().getOrDefault(credentials[0], Optional.empty()).orElse("");
        var given = credentials.length == 2 ? credentials[1] : "";
        if (expected.isBlank() || !same(expected, given)) {
            throw new Failure(Failure.Kind.UNAUTHENTICATED, "invalid_client", "Client or secret is wrong");
        }
        return credentials[0];
    }

    private static String decoded(String authorization) {
        try {
            var basic = authorization.startsWith(BASIC) ? authorization.substring(BASIC.length()) : "";
            return new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}

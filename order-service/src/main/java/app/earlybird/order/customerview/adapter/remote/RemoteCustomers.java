package app.earlybird.order.customerview.adapter.remote;

import app.earlybird.kit.client.Remote;
import app.earlybird.kit.client.ServiceTokens;
import app.earlybird.order.customerview.application.CustomerDirectory;
import app.earlybird.order.customerview.application.CustomerRef;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RemoteCustomers implements CustomerDirectory {

    private static final String SERVICE = "customer-service";

    private final CustomerApi customers;
    private final ServiceTokens tokens;

    RemoteCustomers(@RestClient CustomerApi customers, ServiceTokens tokens) {
        this.customers = customers;
        this.tokens = tokens;
    }

    @Override
    public Uni<@Nullable CustomerRef> findById(String customerId) {
        return tokens.bearerFor(SERVICE)
                .flatMap(bearer -> customers.find(customerId, bearer))
                .onFailure(Remote::isNotFound)
                .recoverWithNull()
                .plug(Remote.orUnavailable(SERVICE));
    }
}

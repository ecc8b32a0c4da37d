package app.earlybird.delivery.confirmation.adapter.remote;

import app.earlybird.delivery.confirmation.application.OrderDirectory;
import app.earlybird.kit.client.Remote;
import app.earlybird.kit.client.ServiceTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class RemoteOrders implements OrderDirectory {

    private static final String SERVICE = "order-service";

    private final OrderApi orders;
    private final ServiceTokens tokens;

    RemoteOrders(@RestClient OrderApi orders, ServiceTokens tokens) {
        this.orders = orders;
        this.tokens = tokens;
    }

    @Override
    public Uni<@Nullable KnownOrder> findById(String orderId) {
        return tokens.bearerFor(SERVICE)
                .flatMap(bearer -> orders.find(orderId, bearer))
                .map(OrderApi.Answer::toKnownOrder)
                .onFailure(Remote::isNotFound)
                .recoverWithNull()
                .plug(Remote.orUnavailable(SERVICE));
    }
}

package app.earlybird.customer.register.adapter.remote;

import app.earlybird.customer.register.application.OpenOrders;
import app.earlybird.kit.client.Remote;
import app.earlybird.kit.client.ServiceTokens;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@ApplicationScoped
class RemoteOpenOrders implements OpenOrders {

    private static final String SERVICE = "order-service";

    private final OrderApi orders;
    private final ServiceTokens tokens;

    RemoteOpenOrders(@RestClient OrderApi orders, ServiceTokens tokens) {
        this.orders = orders;
        this.tokens = tokens;
    }

    @Override
    public Uni<Long> count(String customerId) {
        return tokens.bearerFor(SERVICE)
                .flatMap(bearer -> orders.count(customerId, bearer))
                .map(OrderApi.Answer::count)
                .plug(Remote.orUnavailable(SERVICE));
    }
}

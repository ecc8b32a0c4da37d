package app.earlybird.order.ordering.adapter.remote;

import app.earlybird.kit.client.Remote;
import app.earlybird.kit.client.ServiceTokens;
import app.earlybird.order.ordering.application.Withdrawals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@ApplicationScoped
class RemoteWithdrawals implements Withdrawals {

    private static final String SERVICE = "delivery-service";
    private static final int CONFLICT = 409;

    private final DeliveryApi deliveries;
    private final ServiceTokens tokens;

    RemoteWithdrawals(@RestClient DeliveryApi deliveries, ServiceTokens tokens) {
        this.deliveries = deliveries;
        this.tokens = tokens;
    }

    @Override
    public Uni<Boolean> withdraw(String orderId, String customerId, String reason) {
        var body = new DeliveryApi.WithdrawBody(customerId, reason);
        return tokens.bearerFor(SERVICE)
                .flatMap(bearer -> deliveries.withdraw(orderId, bearer, body))
                .replaceWith(true)
                .onFailure(failure -> Remote.answered(failure, CONFLICT))
                .recoverWithItem(false)
                .plug(Remote.orUnavailable(SERVICE));
    }
}

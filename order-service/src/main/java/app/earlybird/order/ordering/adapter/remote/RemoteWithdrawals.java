package app.earlybird.order.ordering.adapter.remote;

import app.earlybird.kit.client.Remote;
import app.earlybird.kit.client.ServiceTokens;
import app.earlybird.kit.domain.Failure;
import app.earlybird.order.ordering.application.Withdrawals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@ApplicationScoped
class RemoteWithdrawals implements Withdrawals {

    private static final String SERVICE = "delivery-service";

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
                .plug(Remote.orUnavailable(SERVICE))
                .onFailure(RemoteWithdrawals::isConfirmed)
                .recoverWithItem(false);
    }

    /** Any other conflict there is told as what it is. */
    private static boolean isConfirmed(Throwable failure) {
        return failure instanceof Failure refused && refused.code().equals("already_confirmed");
    }
}

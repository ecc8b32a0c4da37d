package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** order-service withdraws an order; the first to change the one delivery document wins. */
@ApplicationScoped
public class WithdrawDelivery {

    public record Command(String orderId, String customerId, String reason) {}

    private final Deliveries deliveries;

    WithdrawDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Fails with {@code already_confirmed}; withdrawing again changes nothing. */
    public Uni<Delivery> handle(Command command) {
        return deliveries
                .insertOrUpdate(
                        command.orderId(),
                        () -> Delivery.withdrawnBeforeCreation(
                                Ids.next(), command.orderId(), command.customerId(), command.reason()),
                        known -> known.withdraw(command.reason()))
                .map(Updated::state);
    }
}

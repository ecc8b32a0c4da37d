package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.domain.StaleVersion;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** order-service takes an order back; whoever changes the one delivery document first has won. */
@ApplicationScoped
public class WithdrawDelivery {

    public record Command(String orderId, String customerId, String reason) {}

    private final Deliveries deliveries;

    WithdrawDelivery(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** Fails with {@code already_confirmed}; withdrawing again answers with what is there. */
    public Uni<Delivery> handle(Command command) {
        return Retrying.whileStale(() -> deliveries
                .ofOrder(command.orderId(), Sight.EVERYTHING)
                .flatMap(known -> known == null ? withdrawUnseen(command) : withdraw(known, command.reason())));
    }

    private Uni<Delivery> withdraw(Delivery known, String reason) {
        var decided = known.withdraw(reason);
        return decided.isUnchanged() ? Uni.createFrom().item(known) : deliveries.store(decided);
    }

    private Uni<Delivery> withdrawUnseen(Command command) {
        var decided = Delivery.withdrawnUnseen(Ids.next(), command.orderId(), command.customerId(), command.reason());
        return deliveries.add(decided).map(added -> {
            if (!added) {
                throw new StaleVersion();
            }
            return decided.state();
        });
    }
}

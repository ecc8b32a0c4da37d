package app.earlybird.delivery.confirmation.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryRefused;
import app.earlybird.delivery.confirmation.domain.DeliveryReport;
import app.earlybird.delivery.confirmation.domain.ReportRights;
import app.earlybird.delivery.confirmation.domain.ReportedBy;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZonedDateTime;

/** Somebody reports an attempt; the rules of the delivery decide. */
@ApplicationScoped
public class ReportDelivery {

    public record Command(String orderId, DeliveryReport report, ReportedBy by) {}

    private final Deliveries deliveries;
    private final OrderDirectory orders;
    private final SyncOrder syncOrder;
    private final Clock clock;

    ReportDelivery(Deliveries deliveries, OrderDirectory orders, SyncOrder syncOrder, Clock clock) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.syncOrder = syncOrder;
        this.clock = clock;
    }

    /** The delivery after it; the same facts again change nothing. */
    public Uni<Delivery> handle(Command command) {
        return report(command)
                .onFailure(ReportDelivery::isUnknownOrder)
                .recoverWithUni(() -> create(command.orderId()).chain(() -> report(command)));
    }

    private Uni<Delivery> report(Command command) {
        return deliveries
                .update(command.orderId(), Visibility.ALL, delivery -> {
                    ReportRights.check(
                            command.by(), delivery.plan(), command.report().reason());
                    return delivery.report(command.report(), command.by(), ZonedDateTime.now(clock));
                })
                .map(Updated::state);
    }

    /** An order is never accepted unchecked. */
    private Uni<Void> create(String orderId) {
        return orders.findById(orderId)
                .plug(orFail(DeliveryRefused::unknownOrder))
                .flatMap(syncOrder::createIfMissing);
    }

    private static boolean isUnknownOrder(Throwable failure) {
        return failure instanceof Failure refused
                && refused.code().equals(DeliveryRefused.unknownOrder().code());
    }
}

package app.earlybird.delivery.confirmation.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.delivery.confirmation.domain.DeliveryEvent;
import app.earlybird.delivery.confirmation.domain.DeliveryRefused;
import app.earlybird.delivery.confirmation.domain.Report;
import app.earlybird.delivery.confirmation.domain.Reporter;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZonedDateTime;

/** Somebody says what happened at the door; the delivery's own rules decide. */
@ApplicationScoped
public class ReportDelivery {

    public record Command(String orderId, Report report, Reporter by) {}

    private final Deliveries deliveries;
    private final OrderDirectory orders;
    private final LearnOrder learnOrder;
    private final Clock clock;

    ReportDelivery(Deliveries deliveries, OrderDirectory orders, LearnOrder learnOrder, Clock clock) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.learnOrder = learnOrder;
        this.clock = clock;
    }

    /** The delivery as it stands; the same facts again change nothing. */
    public Uni<Delivery> handle(Command command) {
        return Retrying.whileStale(() -> find(command.orderId())
                .map(delivery -> delivery.report(command.report(), command.by(), ZonedDateTime.now(clock)))
                .flatMap(this::store));
    }

    private Uni<Delivery> store(Decision<Delivery, DeliveryEvent> decided) {
        return decided.isUnchanged() ? Uni.createFrom().item(decided.state()) : deliveries.store(decided);
    }

    private Uni<Delivery> find(String orderId) {
        return deliveries.ofOrder(orderId, Sight.EVERYTHING).onItem().ifNull().switchTo(() -> ask(orderId));
    }

    /** An unchecked order is never accepted. */
    private Uni<Delivery> ask(String orderId) {
        return orders.ask(orderId)
                .plug(orFail(() -> DeliveryRefused.unknownOrder(orderId)))
                .flatMap(learnOrder::unlessKnown)
                .chain(() -> deliveries.ofOrder(orderId, Sight.EVERYTHING))
                .plug(orFail(() -> DeliveryRefused.unknownOrder(orderId)));
    }
}

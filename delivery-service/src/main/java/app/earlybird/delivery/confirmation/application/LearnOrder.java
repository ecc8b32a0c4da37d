package app.earlybird.delivery.confirmation.application;

import app.earlybird.delivery.confirmation.application.OrderDirectory.KnownOrder;
import app.earlybird.delivery.confirmation.domain.Delivery;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.domain.StaleVersion;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Every order gets its delivery, and the delivery follows what the order says. */
@ApplicationScoped
public class LearnOrder {

    private final Deliveries deliveries;

    LearnOrder(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** True when it changed something, false when this or something newer was known. */
    public Uni<Boolean> handle(KnownOrder order) {
        return Retrying.whileStale(() -> deliveries
                .ofOrder(order.plan().orderId(), Sight.EVERYTHING)
                .flatMap(known -> known == null ? add(order) : learn(known, order)));
    }

    /** For whoever asked because there was none: a delivery that came meanwhile follows its events, and is left alone. */
    public Uni<Boolean> unlessKnown(KnownOrder order) {
        return Retrying.whileStale(() -> deliveries
                .ofOrder(order.plan().orderId(), Sight.EVERYTHING)
                .flatMap(known -> known == null ? add(order) : Uni.createFrom().item(false)));
    }

    /** Who lost the race reads again and learns. */
    private Uni<Boolean> add(KnownOrder order) {
        var delivery = Delivery.due(Ids.next(), order.plan(), order.cancelled(), order.sequence());
        return deliveries.add(new Decision<>(delivery, List.of())).invoke(added -> {
            if (!added) {
                throw new StaleVersion();
            }
        });
    }

    private Uni<Boolean> learn(Delivery known, KnownOrder order) {
        return known.learn(order.plan(), order.cancelled(), order.sequence())
                .map(learned ->
                        deliveries.store(new Decision<>(learned, List.of())).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false));
    }
}

package app.earlybird.delivery.confirmation.domain;

import static app.earlybird.delivery.confirmation.domain.DeliveryStatus.DELIVERED;
import static app.earlybird.delivery.confirmation.domain.DeliveryStatus.NOT_DELIVERED;
import static app.earlybird.delivery.confirmation.domain.DeliveryStatus.PARTIALLY_DELIVERED;
import static java.math.BigDecimal.ZERO;

import app.earlybird.delivery.confirmation.domain.DeliveryReport.DeliveredLine;
import app.earlybird.kit.domain.Failure;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of each product was delivered, and the outcome that follows from it. */
record DeliveredQuantities(DeliveryStatus outcome, Map<String, BigDecimal> delivered) {

    /** Checks the report against the order; adds up the lines of one product before it compares. */
    static DeliveredQuantities of(DeliveryReport report, List<OrderPlan.Line> ordered) {
        var delivered = report.lines() == null ? claimed(report, ordered) : summed(report.lines(), ordered);
        var outcome = outcome(delivered, ordered);
        if (outcome != report.claim()) {
            throw DeliveryRefused.contradiction(report.claim(), outcome);
        }
        if (outcome != NOT_DELIVERED && report.failureReason() != null) {
            throw Failure.invalid("failure_reason", "must be left out unless the status is not_delivered");
        }
        if (outcome == NOT_DELIVERED && report.failureReason() == null) {
            throw Failure.invalid("failure_reason", "is required when nothing was delivered");
        }
        return new DeliveredQuantities(outcome, delivered);
    }

    private static Map<String, BigDecimal> claimed(DeliveryReport report, List<OrderPlan.Line> ordered) {
        if (report.claim() == PARTIALLY_DELIVERED) {
            throw Failure.invalid("items", "are required for a partial delivery");
        }
        var all = new LinkedHashMap<String, BigDecimal>();
        ordered.forEach(line -> all.put(line.productId(), report.claim() == DELIVERED ? line.ordered() : ZERO));
        return all;
    }

    private static Map<String, BigDecimal> summed(List<DeliveredLine> lines, List<OrderPlan.Line> ordered) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        ordered.forEach(line -> sums.put(line.productId(), ZERO));
        for (int i = 0; i < lines.size(); i++) {
            add(lines.get(i), i, sums, ordered);
        }
        return sums;
    }

    /** @param index of the line in the report, from 0 */
    private static void add(DeliveredLine line, int index, Map<String, BigDecimal> sums, List<OrderPlan.Line> ordered) {
        var product = ordered.stream()
                .filter(each -> each.productId().equals(line.productId()))
                .findFirst()
                .orElseThrow(() -> DeliveryRefused.productNotInOrder(line.productId(), index));
        if (!product.isOfStep(line.quantity())) {
            throw DeliveryRefused.notOfStep(product, index);
        }
        var sum = sums.merge(line.productId(), line.quantity(), BigDecimal::add);
        if (sum.compareTo(product.ordered()) > 0) {
            throw DeliveryRefused.moreThanOrdered(product, index);
        }
    }

    private static DeliveryStatus outcome(Map<String, BigDecimal> delivered, List<OrderPlan.Line> ordered) {
        if (delivered.values().stream().allMatch(quantity -> quantity.signum() == 0)) {
            return NOT_DELIVERED;
        }
        var complete = ordered.stream()
                .allMatch(line -> delivered.getOrDefault(line.productId(), ZERO).compareTo(line.ordered()) == 0);
        return complete ? DELIVERED : PARTIALLY_DELIVERED;
    }
}

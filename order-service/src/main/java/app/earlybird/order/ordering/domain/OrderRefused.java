package app.earlybird.order.ordering.domain;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Failure.Kind;
import java.time.LocalDate;

/** Refusals about orders. */
public final class OrderRefused {

    private OrderRefused() {}

    /** Missing and not yours are one answer. */
    public static Failure notFound() {
        return new Failure(Kind.NOT_FOUND, "order_not_found", "There is no such order");
    }

    public static Failure notACustomer() {
        return new Failure(Kind.FORBIDDEN, "customer_not_linked", "This login is not linked to a customer");
    }

    public static Failure customerMayNotOrder(String status) {
        return new Failure(Kind.CONFLICT, "customer_not_active", "A customer with status " + status + " cannot order");
    }

    /** @param index of the line in the request, from 0 */
    public static Failure unknownProduct(String productId, int index) {
        return Failure.refused("product_not_found", "There is no product " + productId, field(index, "product_id"));
    }

    public static Failure unknownAddress() {
        return Failure.refused("address_not_found", "The customer has no such address", "address_id");
    }

    public static Failure notCancellable(OrderStatus status) {
        return new Failure(
                Kind.CONFLICT, "order_not_cancellable", "An order that is " + status.code() + " cannot be cancelled");
    }

    public static Failure alreadyCancelled() {
        return new Failure(
                Kind.CONFLICT, "order_already_cancelled", "The order is cancelled already, and not for this reason");
    }

    public static Failure illegalTransition(OrderStatus from, OrderStatus to) {
        return new Failure(
                Kind.CONFLICT,
                "illegal_transition",
                "The status cannot change from " + from.code() + " to " + to.code());
    }

    static Failure productTwice(int index) {
        return Failure.refused("product_twice", "Each product must be in one line only", field(index, "product_id"));
    }

    static Failure quantity(OrderLine.Offer offer, int index, String rule) {
        return Failure.refused(
                "quantity_not_possible",
                "The quantity of " + offer.productName() + " " + rule,
                field(index, "quantity"));
    }

    static Failure inThePast(LocalDate today) {
        return Failure.refused(
                "delivery_date_in_past", "delivery_date must not be before today (" + today + ")", "delivery_date");
    }

    static Failure tooFarAhead(LocalDate last) {
        return Failure.refused("delivery_date_too_far", "delivery_date must not be after " + last, "delivery_date");
    }

    private static String field(int index, String name) {
        return "items[" + index + "]." + name;
    }
}

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

    public static Failure unknownProduct(String productId) {
        return new Failure(Kind.REFUSED, "product_not_found", "There is no product " + productId);
    }

    public static Failure unknownAddress() {
        return new Failure(Kind.REFUSED, "address_not_found", "The customer has no such address");
    }

    public static Failure notCancellable(OrderStatus status) {
        return new Failure(
                Kind.CONFLICT, "order_not_cancellable", "An order that is " + status.code() + " cannot be cancelled");
    }

    public static Failure illegalTransition(OrderStatus from, OrderStatus to) {
        return new Failure(
                Kind.CONFLICT,
                "illegal_transition",
                "The status cannot change from " + from.code() + " to " + to.code());
    }

    static Failure productTwice() {
        return new Failure(Kind.REFUSED, "product_twice", "Each product must be in one line only");
    }

    static Failure quantity(OrderLine.Offer offer, String rule) {
        return new Failure(
                Kind.REFUSED, "quantity_not_possible", "The quantity of " + offer.productName() + " " + rule);
    }

    static Failure inThePast(LocalDate today) {
        return new Failure(
                Kind.REFUSED, "delivery_date_in_past", "delivery_date must not be before today (" + today + ")");
    }

    static Failure tooFarAhead(LocalDate last) {
        return new Failure(Kind.REFUSED, "delivery_date_too_far", "delivery_date must not be after " + last);
    }
}

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
        return new Failure(Kind.FORBIDDEN, "customer_not_linked", "This login belongs to no customer");
    }

    public static Failure customerMayNotOrder(String status) {
        return new Failure(Kind.CONFLICT, "customer_not_active", "A customer who is " + status + " cannot order");
    }

    public static Failure unknownProduct(String productId) {
        return new Failure(Kind.REFUSED, "product_not_found", "There is no product " + productId);
    }

    public static Failure unknownAddress() {
        return new Failure(Kind.REFUSED, "address_not_found", "This is not an address of the customer");
    }

    public static Failure notCancellable(OrderStatus status) {
        return new Failure(Kind.CONFLICT, "order_not_cancellable", "An order that is " + status.word() + " stays so");
    }

    public static Failure illegalTransition(OrderStatus from, OrderStatus to) {
        return new Failure(
                Kind.CONFLICT, "illegal_transition", "No order goes from " + from.word() + " to " + to.word());
    }

    static Failure productTwice() {
        return new Failure(Kind.REFUSED, "product_twice", "Each product may stand in one line only");
    }

    static Failure quantity(OrderLine.Offer offer, String rule) {
        return new Failure(
                Kind.REFUSED, "quantity_not_possible", "The quantity of " + offer.productName() + " " + rule);
    }

    static Failure inThePast(LocalDate today) {
        return new Failure(Kind.REFUSED, "delivery_date_in_past", "The first possible delivery date is " + today);
    }

    static Failure tooFarAhead(LocalDate last) {
        return new Failure(Kind.REFUSED, "delivery_date_too_far", "The last possible delivery date is " + last);
    }
}

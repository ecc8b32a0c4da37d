package app.earlybird.delivery.confirmation.domain;

/** What is published of a delivery; each carries the delivery as it is afterwards. */
public sealed interface DeliveryEvent {

    Delivery delivery();

    record DeliveryConfirmed(Delivery delivery, Attempt attempt) implements DeliveryEvent {}

    record DeliveryFailed(Delivery delivery, Attempt attempt) implements DeliveryEvent {}

    record DeliveryWithdrawn(Delivery delivery, String reason) implements DeliveryEvent {}
}

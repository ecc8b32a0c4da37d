package app.earlybird.customer.register.domain;

/** A household is known now; the full state travels. */
public record CustomerCreated(Customer customer) {}

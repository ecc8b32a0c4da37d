package app.earlybird.auth.provisioning.domain;

import org.jspecify.annotations.Nullable;

/**
 * What this service needs to know of a customer.
 *
 * @param sequence of the event that told it: newer is higher
 */
public record CustomerState(
        String customerId,
        String userId,
        String name,
        @Nullable String phone,
        long sequence) {}

package app.earlybird.customer.register.adapter.rest;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a patch may hold, for its description; it is read field by field. */
@Schema(minProperties = 1)
record PatchBody(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String area,
        @Nullable String mapLink,
        @Nullable LocationBody location,
        @Nullable LocalDate trialStartDate,
        @Nullable String notes,
        @Nullable String marketingBoy,
        @Nullable String marketingBoyId,
        @Nullable String deliveryBoyId) {}

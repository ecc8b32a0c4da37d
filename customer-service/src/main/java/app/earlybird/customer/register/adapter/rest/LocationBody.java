package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.domain.Customer.Location;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** A position; accuracy in metres. */
record LocationBody(
        @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
        @NotNull @DecimalMin("-180") @DecimalMax("180") Double lng,
        @Nullable @PositiveOrZero @DecimalMax("40000000") Double accuracyMeters) {

    static @Nullable LocationBody of(@Nullable Location place) {
        return place == null ? null : new LocationBody(place.lat(), place.lng(), place.accuracyMeters());
    }

    Location toLocation() {
        return new Location(lat, lng, accuracyMeters);
    }
}

package app.earlybird.customer.register.domain;

import app.earlybird.kit.domain.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A household that is, or may become, a subscriber. */
public record Customer(
        String id,
        String userId,
        Contact contact,
        Service service,
        Login login,
        Origin origin,
        long version,
        long eventSequence) {

    /** Where the milk goes. */
    public record Contact(
            String name,
            String phone,
            String address,
            String area,
            @Nullable String mapLink,
            @Nullable Location location) {}

    /** A position; accuracy in metres. */
    public record Location(double lat, double lng, @Nullable Double accuracyMeters) {}

    /** How the household is served, and by whom. */
    public record Service(
            Status status,
            @Nullable LocalDate trialStart,
            @Nullable String notes,
            @Nullable String marketingBoy,
            @Nullable String marketingBoyId,
            @Nullable String deliveryBoyId) {}

    /** How far the login is; the code says why it is a conflict. */
    public record Login(LoginState state, @Nullable String conflictCode) {}

    /** When the record was made, and the digest of the keyed request that made it. */
    public record Origin(Instant createdAt, @Nullable String requestDigest) {}

    public enum Status {
        TRIAL,
        ACTIVE,
        PAUSED,
        STOPPED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public enum LoginState {
        PROVISIONING,
        READY,
        CONFLICT;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static LoginState of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** A new household; its user's id is chosen here, so that a redelivered event cannot make a second (decision 6). */
    public static Decision<Customer, CustomerCreated> register(
            String id, String userId, Contact contact, Service service, Origin origin) {
        var customer =
                new Customer(id, userId, contact, service, new Login(LoginState.PROVISIONING, null), origin, 1, 1);
        return Decision.of(customer, new CustomerCreated(customer));
    }
}

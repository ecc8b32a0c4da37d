package app.earlybird.auth.runtime;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.outbox.OutboxSource;
import app.earlybird.kit.runtime.RequiredIndexes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What this service keeps, and where its events go. */
public class Storage {

    public static final String USERS = "users";
    public static final String PROVISIONINGS = "provisionings";
    public static final String SIGNING_KEYS = "signing_keys";
    public static final String SESSIONS = "sessions";
    public static final String LOGIN_THROTTLES = "login_throttles";

    @Produces
    @Singleton
    @Named(USERS)
    OutboxSource users() {
        return new OutboxSource(USERS, "id", Topic.Name.IDENTITY);
    }

    @Produces
    @Singleton
    @Named(PROVISIONINGS)
    OutboxSource provisionings() {
        return new OutboxSource(PROVISIONINGS, "customer_id", Topic.Name.IDENTITY);
    }

    @Produces
    @Singleton
    RequiredIndexes indexes() {
        return new RequiredIndexes(Map.of(
                USERS,
                List.of("id_1", "email_normalised_1", "customer_v2_id_1", "role_1_id_1", "outbox_since_1"),
                SESSIONS,
                List.of("user_id_1__id_1", "ends_at_1"),
                LOGIN_THROTTLES,
                List.of("expires_at_1"),
                PROVISIONINGS,
                List.of("customer_id_1", "outbox_since_1"),
                SIGNING_KEYS,
                List.of("number_1")));
    }
}

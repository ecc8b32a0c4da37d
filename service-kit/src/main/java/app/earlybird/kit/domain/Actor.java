package app.earlybird.kit.domain;

import org.jspecify.annotations.Nullable;

/** Who asks, as the verified token says; never as the request says. */
public record Actor(
        String id, String name, String role, @Nullable String customerId) {

    public boolean is(String wanted) {
        return role.equals(wanted);
    }
}

package app.earlybird.delivery.confirmation.domain;

import org.jspecify.annotations.Nullable;

/** Who reports, how, and from where; the audit trail of the monolith's STEP 25, filled. */
public record Reporter(
        String userId,
        String name,
        Method method,
        @Nullable String ipAddress,
        @Nullable String deviceInfo) {

    public enum Method {
        DELIVERY_BOY("delivery_boy"),
        ADMIN("admin"),
        DELIVERY_MANAGER("delivery_manager");

        private final String word;

        Method(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Method of(String word) {
            return switch (word) {
                case "delivery_boy" -> DELIVERY_BOY;
                case "delivery_manager" -> DELIVERY_MANAGER;
                default -> ADMIN;
            };
        }
    }

    boolean isBoy() {
        return method == Method.DELIVERY_BOY;
    }
}

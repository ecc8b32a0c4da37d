package app.earlybird.local.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who serves which path (architecture.md, section 9). What is not here is not public: /internal above all. */
public final class Routes {

    private static final Map<ServiceName, List<String>> PREFIXES = Map.of(
            ServiceName.AUTH,
            List.of("/api/auth", "/.well-known/jwks.json", "/api/admin/users", "/api/phase0-v2/users"),
            ServiceName.CUSTOMER,
            List.of(
                    "/api/phase0-v2/customers",
                    "/api/phase0-v2/link-conflicts",
                    "/api/phase0-v2/areas",
                    "/api/phase0-v2/delivery-boys"),
            ServiceName.ORDER,
            List.of(
                    "/api/orders",
                    "/api/subscriptions",
                    "/api/products",
                    "/api/phase0-v2/products",
                    "/api/phase0-v2/subscriptions",
                    "/api/phase0-v2/customer"),
            ServiceName.DELIVERY,
            List.of(
                    "/api/delivery-boy",
                    "/api/deliveries",
                    "/api/my-deliveries",
                    "/api/shared-delivery-link",
                    "/api/shared-delivery-links",
                    "/d"));

    private Routes() {}

    public static Map<ServiceName, List<String>> prefixes() {
        return PREFIXES;
    }

    /** By whole path segments; empty when nobody serves it. */
    public static Optional<ServiceName> serviceOf(String path) {
        return PREFIXES.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(prefix -> isUnder(prefix, path)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isUnder(String prefix, String path) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}

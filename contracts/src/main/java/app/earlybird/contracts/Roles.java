package app.earlybird.contracts;

import java.util.List;

/** The one list of roles (architecture.md, decision 15): the value of the token's {@code role} claim, spelled as in JSON. */
public final class Roles {

    public static final String ADMIN = "admin";
    public static final String DELIVERY_MANAGER = "delivery_manager";
    public static final String DELIVERY_BOY = "delivery_boy";
    public static final String MARKETING_STAFF = "marketing_staff";
    public static final String BILLING = "billing";
    public static final String SUPPORT = "support";
    public static final String CUSTOMER = "customer";
    public static final String SERVICE = "service";

    /** Roles an admin may give to a person: a customer is provisioned, a service is configured. */
    public static final List<String> STAFF =
            List.of(ADMIN, DELIVERY_MANAGER, DELIVERY_BOY, MARKETING_STAFF, BILLING, SUPPORT);

    private Roles() {}
}

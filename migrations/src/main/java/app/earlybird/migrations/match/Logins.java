package app.earlybird.migrations.match;

import app.earlybird.migrations.match.Verdict.Link;
import java.util.HashMap;
import java.util.Map;

/** Which customer a user is, by the links there are and those that migration 003 makes of the same evidence. */
public final class Logins {

    private final Map<String, String> customerByUser = new HashMap<>();

    public Logins(People people) {
        for (var customer : people.customers()) {
            if (customer.link() != null) {
                customerByUser.putIfAbsent(customer.link(), customer.id());
            } else if (people.about(customer) instanceof Link link) {
                customerByUser.putIfAbsent(link.user().id(), customer.id());
            }
        }
    }

    /** The monolith wrote a user's id where a customer's was meant; whose neither is stays as it is. */
    public String customerOf(String userOrCustomer) {
        return customerByUser.getOrDefault(userOrCustomer, userOrCustomer);
    }
}

package app.earlybird.migrations.match;

import app.earlybird.migrations.match.Verdict.Link;
import app.earlybird.migrations.match.Verdict.Linked;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which customer a user is, by the links both sides agree on and those that migration 003 makes. */
public final class Logins {

    private final People people;
    private final Map<String, String> customerByUser = new HashMap<>();

    public Logins(People people) {
        this.people = people;
        for (var customer : people.customers()) {
            var verdict = people.about(customer);
            if (verdict instanceof Link link) {
                customerByUser.put(link.user().id(), customer.id());
            } else if (verdict instanceof Linked && customer.link() != null) {
                customerByUser.put(customer.link(), customer.id());
            }
        }
    }

    /**
     * The monolith wrote a user's id where a customer's was meant; whose neither is stays as it is. Null where the same id
     * is a customer's and the login of another one: either may be meant.
     */
    public @Nullable String customerOf(String userOrCustomer) {
        var customer = customerByUser.get(userOrCustomer);
        if (customer == null) {
            return userOrCustomer;
        }
        var isAlsoACustomer = people.customer(userOrCustomer) != null;
        return isAlsoACustomer && !customer.equals(userOrCustomer) ? null : customer;
    }
}

package app.earlybird.migrations.match;

import app.earlybird.migrations.match.Verdict.Link;
import app.earlybird.migrations.match.Verdict.Linked;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Whose a document is: the monolith wrote a user's id where a customer's was meant, and the other way round. A user is
 * resolved by the links both sides agree on and those that migration 003 makes. What may mean two people is not resolved.
 */
public final class Logins {

    /** No customer's id has a blank. */
    private static final String LOGIN = "login ";

    private final LinkResolver people;
    private final Map<String, String> customerByUser = new HashMap<>();

    public Logins(LinkResolver people) {
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
     * By {@code customer_id} (or {@code customerId}) and {@code user_id}; null when neither names one, or they name
     * different ones. A customer's login without a customer is its own.
     */
    public @Nullable String customerOf(Document document) {
        var customer = Legacy.any(document, "customer_id", "customerId");
        var user = Legacy.any(document, "user_id");
        if (customer == null) {
            return user == null ? null : byUser(user);
        }
        var meant = byCustomer(customer);
        var login = user == null ? null : customerByUser.get(user);
        return login == null || login.equals(meant) ? meant : null;
    }

    private @Nullable String byCustomer(String id) {
        var ofLogin = customerByUser.get(id);
        if (people.customer(id) != null) {
            return ofLogin == null || ofLogin.equals(id) ? id : null;
        }
        return byUser(id);
    }

    private @Nullable String byUser(String id) {
        var user = people.user(id);
        var customer = customerByUser.get(id);
        if (user == null || customer != null) {
            return user == null ? id : customer;
        }
        return user.isOfCustomer() && people.customer(id) == null ? LOGIN + id : null;
    }
}

package app.earlybird.migrations.match;

import app.earlybird.migrations.match.Verdict.Link;
import app.earlybird.migrations.match.Verdict.Linked;
import app.earlybird.migrations.match.Verdict.Undecided;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All users and customers, and whose login is whose. A link is found only where everything that is known speaks for one
 * user: the same id, the e-mail the monolith made up for the customer, or a phone that one user and one customer have.
 */
public final class LinkResolver {

    public static final String SAME_ID = "same_id";
    public static final String EMAIL_PATTERN = "email_pattern";
    public static final String PHONE = "phone";

    private static final String PATTERN = "customer-%s@earlybird.local";

    private final Users users;
    private final Map<String, Person> customers = new LinkedHashMap<>();
    private final Map<String, Integer> customersByPhone = new HashMap<>();
    private final Map<String, Integer> claims = new HashMap<>();

    public LinkResolver(Collection<Person> users, Collection<Person> customers) {
        this.users = new Users(Person.unambiguous(users));
        Person.unambiguous(customers).forEach(customer -> {
            this.customers.put(customer.id(), customer);
            if (customer.phone() != null) {
                customersByPhone.merge(customer.phone(), 1, Integer::sum);
            }
        });
    }

    public Collection<Person> customers() {
        return customers.values();
    }

    public @Nullable Person user(String id) {
        return users.get(id);
    }

    public @Nullable Person customer(String id) {
        return customers.get(id);
    }

    /** How many users have this e-mail, whatever its case. */
    public int usersWith(String email) {
        return users.withEmail(email).size();
    }

    public Verdict about(Person customer) {
        if (customer.hasMalformedId()) {
            return new Undecided("malformed_id", Map.of());
        }
        var verdict = byItself(customer);
        if (verdict instanceof Link link && (customer.unlinked() || link.user().unlinked())) {
            return new Undecided("removed_by_user", Map.of("user", link.user().id()));
        }
        return verdict instanceof Link link && claims().getOrDefault(link.user().id(), 0) > 1
                ? contradiction(List.of(link.user().id()))
                : verdict;
    }

    /** How many customers each user would be the login of, by evidence or by what they say themselves. */
    private Map<String, Integer> claims() {
        if (claims.isEmpty()) {
            customers.values().forEach(customer -> {
                var claimed = new HashSet<>(evidence(customer).keySet());
                if (customer.link() != null) {
                    claimed.add(customer.link());
                }
                claimed.forEach(user -> claims.merge(user, 1, Integer::sum));
            });
        }
        return claims;
    }

    private static Verdict contradiction(List<String> users) {
        return new Undecided("contradicting_evidence", Map.of("users", users));
    }

    private Verdict byItself(Person customer) {
        var evidence = evidence(customer);
        if (customer.link() != null) {
            return aboutNamed(customer, users.get(customer.link()), evidence);
        }
        if (evidence.size() > 1) {
            return contradiction(List.copyOf(evidence.keySet()));
        }
        for (var found : evidence.entrySet()) {
            return aboutFound(customer, Objects.requireNonNull(users.get(found.getKey())), found.getValue());
        }
        return aboutNobody(customer);
    }

    /** By user, the strongest first. */
    private Map<String, String> evidence(Person customer) {
        var found = new LinkedHashMap<String, String>();
        var sameId = users.get(customer.id());
        if (sameId != null && sameId.isOfCustomer()) {
            found.putIfAbsent(sameId.id(), SAME_ID);
        }
        only(users.withEmail(PATTERN.formatted(customer.id()).toLowerCase(Locale.ROOT)))
                .forEach(user -> found.putIfAbsent(user.id(), EMAIL_PATTERN));
        if (customer.phone() != null && customersByPhone.getOrDefault(customer.phone(), 0) == 1) {
            only(users.withPhone(customer.phone())).forEach(user -> found.putIfAbsent(user.id(), PHONE));
        }
        return found;
    }

    private Verdict aboutNamed(Person customer, @Nullable Person user, Map<String, String> evidence) {
        if (user == null) {
            return new Undecided("dangling_user", Map.of("user", String.valueOf(customer.link())));
        }
        var named = Map.<String, Object>of("user", user.id());
        if (user.isMalformed()) {
            return new Undecided("user_with_malformed_link", named);
        }
        if (!user.isOfCustomer()) {
            return new Undecided("staff_account", named);
        }
        if (customer.id().equals(user.link())) {
            return new Linked();
        }
        if (user.link() != null) {
            return new Undecided("crossed_link", Map.of("user", user.id(), "its_customer", user.link()));
        }
        var others = otherClaimants(customer, user);
        if (!others.isEmpty()) {
            return contradiction(others);
        }
        var rule = evidence.size() == 1 ? evidence.get(user.id()) : null;
        return rule == null ? new Undecided("one_sided_customer", named) : new Link(user, rule);
    }

    /** Users that say they are this customer's, and of whom nothing else does. */
    private List<String> otherClaimants(Person customer, Person user) {
        return users.naming(customer.id()).stream()
                .map(Person::id)
                .filter(id -> !id.equals(user.id()))
                .toList();
    }

    /** Whether neither names anybody else, nor anybody else this customer. */
    public boolean areFree(Person user, Person customer) {
        return (user.link() == null || user.link().equals(customer.id()))
                && (customer.link() == null || customer.link().equals(user.id()))
                && otherClaimants(customer, user).isEmpty();
    }

    private Verdict aboutFound(Person customer, Person user, String rule) {
        var others = otherClaimants(customer, user);
        if (!others.isEmpty()) {
            return contradiction(others);
        }
        return user.link() == null || user.link().equals(customer.id())
                ? new Link(user, rule)
                : new Undecided("user_of_another_customer", Map.of("user", user.id(), "its_customer", user.link()));
    }

    private Verdict aboutNobody(Person customer) {
        var claimants = users.naming(customer.id());
        if (!claimants.isEmpty()) {
            return new Undecided("one_sided_user", Map.of("users", ids(claimants)));
        }
        if (customer.phone() == null) {
            return new Undecided("missing_phone", Map.of());
        }
        var all = users.withPhone(customer.phone());
        var holders = all.stream().filter(user -> !user.hasMalformedId()).toList();
        var detail = Map.of("phone", Phones.masked(customer.phone()), "users", ids(holders));
        if (holders.stream().anyMatch(Person::isMalformed)) {
            return new Undecided("user_with_malformed_link", detail);
        }
        if (!holders.stream().allMatch(Person::isOfCustomer)) {
            return new Undecided("staff_phone", detail);
        }
        if (customersByPhone.getOrDefault(customer.phone(), 0) > 1) {
            return new Undecided("shared_phone", detail);
        }
        return new Undecided(all.size() > 1 ? "phone_of_several_users" : "no_match", detail);
    }

    private static List<Person> only(List<Person> found) {
        return found.size() == 1 && found.getFirst().isOfCustomer() ? found : List.of();
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(Person::id).sorted().toList();
    }
}

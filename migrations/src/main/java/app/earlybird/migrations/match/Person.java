package app.earlybird.migrations.match;

import app.earlybird.migrations.engine.Backfill;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A user or a customer, as far as linking needs it.
 *
 * @param documentId its {@code _id}
 * @param phone E.164
 * @param email normalised; of users only
 * @param role of users only
 * @param link the id of the other side it names
 * @param unlinked whether somebody has removed the link that a migration had made
 */
public record Person(
        Object documentId,
        String id,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String role,
        @Nullable String link,
        boolean unlinked) {

    /** The one that links people. */
    public static final String MIGRATION = "003";

    /** What it leaves on those it has linked. */
    public static final String MARK = Backfill.mark(MIGRATION);

    private static final String CUSTOMER = "customer";

    public static Person user(Document document) {
        return new Person(
                Objects.requireNonNull(document.get("_id")),
                id(document),
                Phones.normalised(Legacy.digits(document, "phone")),
                email(document),
                Legacy.text(document, "role"),
                Legacy.hasMalformedLink(document, "customer_v2_id")
                        ? MALFORMED
                        : Legacy.text(document, "customer_v2_id"),
                Backfill.isRemoved(document, MIGRATION, "customer_v2_id"));
    }

    public static Person customer(Document document) {
        return new Person(
                Objects.requireNonNull(document.get("_id")),
                id(document),
                Phones.normalised(Legacy.digits(document, "phone")),
                null,
                null,
                Legacy.hasMalformedLink(document, "user_id") ? MALFORMED : Legacy.text(document, "user_id"),
                Backfill.isRemoved(document, MIGRATION, "user_id"));
    }

    /** One without a usable id is a rival of the others, and never a match. */
    private static String id(Document document) {
        return Legacy.hasMalformedId(document) ? MALFORMED + " " + document.get("_id") : Legacy.id(document);
    }

    public boolean hasMalformedId() {
        return id.startsWith(MALFORMED);
    }

    public static @Nullable String email(Document user) {
        var typed = Legacy.text(user, "email");
        return typed == null ? null : typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Then its services see to the link. */
    public boolean isOfSuite() {
        return documentId instanceof String;
    }

    /** In place of a malformed link, which is reported; no id has a blank. */
    private static final String MALFORMED = "no id";

    /** Whether the link is malformed. */
    boolean isMalformed() {
        return MALFORMED.equals(link);
    }

    /** Two with one id are never linked: what is said of that id may be meant for either. */
    static List<Person> unambiguous(Collection<Person> people) {
        var seen = new HashSet<String>();
        var twice = people.stream().map(Person::id).filter(id -> !seen.add(id)).collect(Collectors.toSet());
        return people.stream().filter(person -> !twice.contains(person.id())).toList();
    }

    /** No other account is ever linked to a customer. */
    public boolean isOfCustomer() {
        return CUSTOMER.equals(role) && !isMalformed() && !hasMalformedId();
    }
}

package app.earlybird.migrations.match;

import java.util.Locale;
import java.util.Objects;
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
 */
public record Person(
        Object documentId,
        String id,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String role,
        @Nullable String link) {

    private static final String CUSTOMER = "customer";

    public static Person user(Document document) {
        return new Person(
                Objects.requireNonNull(document.get("_id")),
                Legacy.id(document),
                Phones.normalised(Legacy.text(document, "phone")),
                email(document),
                Legacy.text(document, "role"),
                Legacy.hasOddLink(document, "customer_v2_id") ? ODD : Legacy.text(document, "customer_v2_id"));
    }

    public static Person customer(Document document) {
        return new Person(
                Objects.requireNonNull(document.get("_id")),
                Legacy.id(document),
                Phones.normalised(Legacy.text(document, "phone")),
                null,
                null,
                Legacy.hasOddLink(document, "user_id") ? ODD : Legacy.text(document, "user_id"));
    }

    public static @Nullable String email(Document user) {
        var typed = Legacy.text(user, "email");
        return typed == null ? null : typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Then its services see to the link. */
    public boolean isOfSuite() {
        return documentId instanceof String;
    }

    /** Stands for a link that is none, which is left to people; no id has a blank. */
    private static final String ODD = "no id";

    /** Whether what it names is nobody. */
    boolean isOdd() {
        return ODD.equals(link);
    }

    /** Nobody else's account is ever linked to a customer. */
    boolean isOfCustomer() {
        return CUSTOMER.equals(role) && !isOdd();
    }
}

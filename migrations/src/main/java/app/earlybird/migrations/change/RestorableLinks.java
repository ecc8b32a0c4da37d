package app.earlybird.migrations.change;

import app.earlybird.migrations.engine.Backfill;
import app.earlybird.migrations.engine.Migration.Place;
import app.earlybird.migrations.engine.Migration.Restorable;
import app.earlybird.migrations.engine.Migration.Restorable.Answer;
import app.earlybird.migrations.engine.Reader;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.LinkResolver;
import app.earlybird.migrations.match.Person;
import com.mongodb.client.model.Projections;
import java.util.HashSet;
import java.util.Set;
import org.bson.Document;

/**
 * Both sides of a link are put back, or none: not with staff, not with who is gone, not against what was linked since. The
 * user's side comes first, and the customer's follows only where that is put back. An e-mail is put back where it is still
 * this user's only.
 */
final class RestorableLinks implements Restorable {

    private final LinkResolver people;
    private final Set<Object> malformedUsers;
    private final Set<Object> malformedCustomers;

    RestorableLinks(Reader reader) {
        this.people = Places.people(reader);
        this.malformedUsers = malformed(reader, Places.USERS);
        this.malformedCustomers = malformed(reader, Places.CUSTOMERS);
    }

    /** {@code _id}s of those that cannot be written to before they are repaired. */
    private static Set<Object> malformed(Reader reader, Place place) {
        var malformed = new HashSet<Object>();
        for (var document : reader.all(place, Projections.include("version", Person.MARK))) {
            if (Backfill.isMalformed(document, Person.MIGRATION)) {
                malformed.add(document.get("_id", Object.class));
            }
        }
        return malformed;
    }

    @Override
    public Answer of(Place place, Document document, String field, Object removed) {
        return field.equals(UsersAndCustomers.EMAIL)
                ? ofEmail(document, String.valueOf(removed))
                : ofLink(place.equals(Places.USERS), document, String.valueOf(removed));
    }

    private Answer ofEmail(Document user, String removed) {
        return removed.equals(Person.email(user)) && people.usersWith(removed) == 1 ? Answer.NOW : Answer.NEVER;
    }

    private Answer ofLink(boolean isUser, Document document, String other) {
        var user = people.user(isUser ? Legacy.id(document) : other);
        var customer = people.customer(isUser ? other : Legacy.id(document));
        if (user == null || customer == null || !user.isOfCustomer() || !people.areFree(user, customer)) {
            return Answer.NEVER;
        }
        if (malformedUsers.contains(user.documentId()) || malformedCustomers.contains(customer.documentId())) {
            return Answer.LATER;
        }
        return isUser || customer.id().equals(user.link()) ? Answer.NOW : Answer.NEVER;
    }
}

package app.earlybird.customer.register.adapter.mongo;

import app.earlybird.customer.register.adapter.mongo.CustomerDocument.LocationDocument;
import app.earlybird.customer.register.domain.Customer;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a write must say of a customer; an absent value is an absent field, because the indexes are sparse. */
final class CustomerChanges {

    private CustomerChanges() {}

    static List<Bson> of(Customer customer) {
        var changes = new ArrayList<Bson>();
        var contact = customer.contact();
        changes.add(Updates.set("name", contact.name()));
        changes.add(Updates.set("phone", contact.phone()));
        changes.add(Updates.set("address", contact.address()));
        changes.add(Updates.set("area", contact.area()));
        changes.add(setOrUnset("map_link", contact.mapLink()));
        changes.add(setOrUnset("location", LocationDocument.of(contact.location())));
        changes.addAll(ofService(customer.service()));
        var link = customer.link();
        changes.add(setOrUnset("user_id", link.userId()));
        changes.add(setOrUnset("requested_user_id", link.requestedUserId()));
        changes.add(Updates.set("login_generation", link.generation()));
        changes.add(Updates.set("login_state", link.state().word()));
        changes.add(setOrUnset("login_conflict_code", link.conflictCode()));
        changes.add(Updates.set("custom_prices_paise", customer.customPricesPaise()));
        return changes;
    }

    private static List<Bson> ofService(Customer.Service service) {
        var before = service.statusBefore();
        var terms = service.terms();
        var trial = terms.trialStart();
        return List.of(
                Updates.set("status", service.status().word()),
                setOrUnset("status_before", before == null ? null : before.word()),
                setOrUnset("trial_start_date", trial == null ? null : trial.toString()),
                setOrUnset("notes", terms.notes()),
                setOrUnset("marketing_boy", terms.marketingBoy()),
                setOrUnset("marketing_boy_id", terms.marketingBoyId()),
                setOrUnset("delivery_boy_id", terms.deliveryBoyId()));
    }

    private static Bson setOrUnset(String field, @Nullable Object value) {
        return value == null ? Updates.unset(field) : Updates.set(field, value);
    }
}

package app.earlybird.customer.register.application;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.kit.domain.Actor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** Which fields of a customer each role may change; an allow-list, by the names clients know. */
final class EditRights {

    private static final Set<String> CONTACT = Set.of("name", "phone", "address", "area", "map_link", "location");

    private static final Map<String, Function<ChangeCustomer.Edited, Object>> FIELDS = fields();

    private EditRights() {}

    static void check(Actor actor, Customer before, ChangeCustomer.Edited after) {
        var was = new ChangeCustomer.Edited(before.contact(), before.service().terms());
        var allowed = allowed(actor.role());
        var refused = changed(was, after).stream()
                .filter(field -> !allowed.contains(field))
                .toList();
        if (!refused.isEmpty()) {
            throw CustomerRefused.fieldsNotAllowed(refused);
        }
    }

    private static List<String> changed(ChangeCustomer.Edited was, ChangeCustomer.Edited is) {
        return FIELDS.entrySet().stream()
                .filter(field -> !Objects.equals(
                        field.getValue().apply(was), field.getValue().apply(is)))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> allowed(String role) {
        return switch (role) {
            case Roles.ADMIN -> FIELDS.keySet();
            case Roles.SUPPORT -> and(CONTACT, "notes");
            case Roles.MARKETING_STAFF -> and(CONTACT, "notes", "trial_start_date");
            case Roles.DELIVERY_MANAGER -> Set.of("area", "map_link", "location", "notes", "delivery_boy_id");
            default -> Set.of();
        };
    }

    private static Set<String> and(Set<String> some, String... more) {
        var all = new HashSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Map<String, Function<ChangeCustomer.Edited, Object>> fields() {
        var fields = new LinkedHashMap<String, Function<ChangeCustomer.Edited, Object>>();
        fields.put("name", edited -> edited.contact().name());
        fields.put("phone", edited -> edited.contact().phone());
        fields.put("address", edited -> edited.contact().address());
        fields.put("area", edited -> edited.contact().area());
        fields.put("map_link", edited -> edited.contact().mapLink());
        fields.put("location", edited -> edited.contact().location());
        fields.put("trial_start_date", edited -> edited.terms().trialStart());
        fields.put("notes", edited -> edited.terms().notes());
        fields.put("marketing_boy", edited -> edited.terms().marketingBoy());
        fields.put("marketing_boy_id", edited -> edited.terms().marketingBoyId());
        fields.put("delivery_boy_id", edited -> edited.terms().deliveryBoyId());
        return fields;
    }
}

package app.earlybird.customer.register.application;

import app.earlybird.contracts.Roles;
import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.kit.domain.ChangedFields;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fields of a customer each role may change, by the names that clients know. */
final class EditRights {

    private static final Set<String> OF_DELIVERY_MANAGER =
            Set.of("area", "landmark", "map_link", "location", "notes", "delivery_boy_id");

    private EditRights() {}

    static void check(String role, ChangeCustomer.Edited before, ChangeCustomer.Edited after) {
        var household = Stream.concat(
                        ChangedFields.between(before.contact(), after.contact()).stream(),
                        ChangedFields.between(before.address(), after.address()).stream())
                .collect(Collectors.toSet());
        var terms = Set.copyOf(ChangedFields.between(before.terms(), after.terms()));
        var refused = Stream.concat(household.stream(), terms.stream())
                .filter(field -> !isAllowed(role, field, household.contains(field)))
                .sorted()
                .toList();
        if (!refused.isEmpty()) {
            throw CustomerRefused.fieldsNotAllowed(refused);
        }
    }

    private static boolean isAllowed(String role, String field, boolean ofHousehold) {
        return switch (role) {
            case Roles.ADMIN -> true;
            case Roles.SUPPORT -> ofHousehold || field.equals("notes");
            case Roles.MARKETING_STAFF ->
                ofHousehold || Set.of("notes", "trial_start_date").contains(field);
            case Roles.DELIVERY_MANAGER -> OF_DELIVERY_MANAGER.contains(field);
            default -> false;
        };
    }
}

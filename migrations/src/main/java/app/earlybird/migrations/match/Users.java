package app.earlybird.migrations.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The users, by everything they can be found by. */
final class Users {

    private final Map<String, Person> byId = new HashMap<>();
    private final Map<String, List<Person>> byEmail = new HashMap<>();
    private final Map<String, List<Person>> byPhone = new HashMap<>();
    private final Map<String, List<Person>> byLink = new HashMap<>();

    Users(Collection<Person> users) {
        users.forEach(user -> {
            byId.put(user.id(), user);
            file(byEmail, user.email(), user);
            file(byPhone, user.phone(), user);
            file(byLink, user.link(), user);
        });
    }

    @Nullable Person get(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    List<Person> withEmail(String email) {
        return byEmail.getOrDefault(email, List.of());
    }

    List<Person> withPhone(String phone) {
        return byPhone.getOrDefault(phone, List.of());
    }

    /** Those that say they are this customer's. */
    List<Person> naming(String customer) {
        return byLink.getOrDefault(customer, List.of());
    }

    private static void file(Map<String, List<Person>> by, @Nullable String key, Person person) {
        if (key != null) {
            by.computeIfAbsent(key, none -> new ArrayList<>(1)).add(person);
        }
    }
}

package app.earlybird.customer;

import app.earlybird.kit.test.Neighbour;
import org.jspecify.annotations.Nullable;

/** auth-service as these tests meet it: an id known- is there; a user taken- belongs to another customer. */
public class UsersNeighbour implements Neighbour {

    @Override
    public @Nullable Answer answer(String path) {
        if (path.equals("/internal/users/linked") || path.equals("/internal/users/of-customers")) {
            return Neighbour.ok("{\"items\":[]}");
        }
        if (path.startsWith("/internal/users/taken-")) {
            return Neighbour.ok("{\"id\":\"u\",\"customer_v2_id\":\"c\",\"linkable\":false}");
        }
        return path.startsWith("/internal/users/known-")
                ? Neighbour.ok("{\"id\":\"%s\",\"role\":\"customer\",\"linkable\":true}".formatted(Neighbour.id(path)))
                : null;
    }
}

package app.earlybird.customer;

import app.earlybird.kit.test.Neighbour;
import org.jspecify.annotations.Nullable;

/**
 * auth-service and order-service as these tests meet them: an id known- is there, a user taken- belongs to another
 * customer, boy- delivers and resigned- does not any more, a customer busy- has an open order.
 */
public class UsersNeighbour implements Neighbour {

    @Override
    public @Nullable Answer answer(String path) {
        if (path.equals("/internal/users/linked") || path.equals("/internal/users/of-customers")) {
            return Neighbour.ok("{\"items\":[]}");
        }
        if (path.endsWith("/open-orders")) {
            return Neighbour.ok("{\"count\":%d}".formatted(path.contains("/busy-") ? 1 : 0));
        }
        if (path.startsWith("/internal/users/boy-") || path.startsWith("/internal/users/resigned-")) {
            return Neighbour.ok("{\"id\":\"%s\",\"role\":\"delivery_boy\",\"is_active\":%s,\"linkable\":false}"
                    .formatted(Neighbour.id(path), path.contains("/boy-")));
        }
        if (path.startsWith("/internal/users/taken-")) {
            return Neighbour.ok("{\"id\":\"u\",\"customer_v2_id\":\"c\",\"linkable\":false}");
        }
        return path.startsWith("/internal/users/known-")
                ? Neighbour.ok("{\"id\":\"%s\",\"role\":\"customer\",\"linkable\":true}".formatted(Neighbour.id(path)))
                : null;
    }
}

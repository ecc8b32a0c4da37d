package app.earlybird.auth;

import app.earlybird.kit.test.Neighbour;
import org.jspecify.annotations.Nullable;

/** customer-service as these tests meet it: an id known- is there. */
public class CustomersNeighbour implements Neighbour {

    @Override
    public @Nullable Answer answer(String path) {
        return path.contains("/customers/known-")
                ? Neighbour.ok("{\"id\":\"%s\",\"name\":\"Asha Rao\"}".formatted(Neighbour.id(path)))
                : null;
    }
}

package app.earlybird.kit.test;

import org.jspecify.annotations.Nullable;

/** What other services answer to the one under test, which knows what it asks for; found by {@link java.util.ServiceLoader}. */
public interface Neighbour {

    /** @param body JSON */
    record Answer(int status, String body) {}

    /** The answer to a request of this path, such as {@code /internal/orders/known-1}; null where there is none: 404. */
    @Nullable Answer answer(String path);

    static Answer ok(String body) {
        return new Answer(200, body);
    }

    /** The last part of the path. */
    static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package app.earlybird.migrations.engine;

import java.util.Comparator;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * The order of {@code _id} as the server sorts it, for the two kinds there are: text of the suite before ObjectIds of the
 * monolith. Comparing here and not in the query, because a query compares within one kind only.
 */
final class Positions {

    private static final Comparator<Object> ORDER =
            Comparator.comparingInt(Positions::kind).thenComparing(Positions::text);

    private Positions() {}

    static boolean isAfter(Object id, @Nullable Object last) {
        return last == null || ORDER.compare(id, last) > 0;
    }

    private static int kind(Object id) {
        if (id instanceof Number) {
            return 0;
        }
        return id instanceof String ? 1 : 2;
    }

    /** Hexadecimal text of ObjectIds is ordered as they are; numbers are padded for the same reason. */
    private static String text(Object id) {
        if (id instanceof ObjectId objectId) {
            return objectId.toHexString();
        }
        return id instanceof Number number ? "%020d".formatted(number.longValue()) : id.toString();
    }
}

package app.earlybird.kit.domain;

import org.jspecify.annotations.Nullable;

/**
 * Which records somebody may see. It is a parameter of every read and write of owned records, so that nobody can forget
 * to ask.
 *
 * @param field the stored field that must have the value; null where all are visible
 * @param value null matches no record
 */
public record Visibility(@Nullable String field, @Nullable String value) {

    public static final Visibility ALL = new Visibility(null, null);
    /** No record has an empty id. */
    public static final Visibility NONE = new Visibility("id", null);

    /** Only records whose field names this person, customer or device; none when there is none to name. */
    public static Visibility only(String field, @Nullable String value) {
        return new Visibility(field, value);
    }

    public boolean isAll() {
        return field == null;
    }
}

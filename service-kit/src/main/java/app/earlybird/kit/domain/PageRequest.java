package app.earlybird.kit.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much of a list is asked for, and from where. A cursor names the list it was made for (filters and caller), so that
 * it cannot be carried over to another.
 */
public record PageRequest(int limit, @Nullable String after, String list) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;
    private static final int MAX_CURSOR = 512;

    /** @param list everything that shapes the list: its name, the filters, whose it is */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor, Object... list) {
        int size = Objects.requireNonNullElse(limit, DEFAULT_LIMIT);
        if (size < 1 || size > MAX_LIMIT) {
            throw Failure.invalid("limit", "must be between 1 and " + MAX_LIMIT);
        }
        var name = Integer.toHexString(Arrays.deepHashCode(list));
        return new PageRequest(size, cursor == null ? null : positionIn(cursor, name), name);
    }

    String cursorAfter(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((list + ":" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static String positionIn(String cursor, String list) {
        try {
            if (cursor.length() <= MAX_CURSOR) {
                var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                if (text.startsWith(list + ":")) {
                    return text.substring(list.length() + 1);
                }
            }
        } catch (IllegalArgumentException notBase64) {
            throw Failure.invalid("cursor", "is not a cursor of this list");
        }
        throw Failure.invalid("cursor", "is not a cursor of this list");
    }
}

package app.earlybird.kit.domain;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The components in which two records differ, by the names that clients know. */
public final class ChangedFields {

    private ChangedFields() {}

    /** In snake case, in the order of the record. */
    public static <R extends Record> List<String> between(R before, R after) {
        return Arrays.stream(before.getClass().getRecordComponents())
                .filter(component -> !Objects.equals(value(component, before), value(component, after)))
                .map(component -> snakeCase(component.getName()))
                .toList();
    }

    private static @Nullable Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalArgumentException(notPublic);
        }
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}

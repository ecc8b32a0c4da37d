package app.earlybird.kit.usecase;

import app.earlybird.kit.domain.Page;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list that is read page by page: one after the other, however many there are. */
public final class Pages {

    private Pages() {}

    /** @param read a page by its cursor; null asks for the first */
    public static <T> Multi<Page<T>> all(Function<@Nullable String, Uni<Page<T>>> read) {
        return Multi.createBy()
                .repeating()
                .uni(
                        AtomicReference<@Nullable String>::new,
                        cursor -> read.apply(cursor.get()).invoke(page -> cursor.set(page.nextCursor())))
                .whilst(page -> page.nextCursor() != null);
    }
}

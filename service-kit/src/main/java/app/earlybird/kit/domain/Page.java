package app.earlybird.kit.domain;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list; without a cursor it is the last. */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts what was read with one item more than asked for; a last item without a position ends the list. */
    public static <T> Page<T> cut(List<T> read, PageRequest request, Function<T, @Nullable String> position) {
        if (read.size() <= request.limit()) {
            return new Page<>(read, null);
        }
        var items = read.subList(0, request.limit());
        var last = position.apply(items.getLast());
        return new Page<>(items, last == null ? null : request.cursorAfter(last));
    }

    public <R> Page<R> map(Function<T, R> mapping) {
        return new Page<>(items.stream().map(mapping).toList(), nextCursor);
    }
}

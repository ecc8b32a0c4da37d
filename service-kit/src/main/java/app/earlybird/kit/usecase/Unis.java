package app.earlybird.kit.usecase;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Long forms that recur. */
public final class Unis {

    private Unis() {}

    /** Nothing there is this failure. */
    public static <T> UnaryOperator<Uni<T>> orFail(Supplier<? extends Throwable> failure) {
        return uni -> uni.onItem().ifNull().failWith(failure);
    }
}

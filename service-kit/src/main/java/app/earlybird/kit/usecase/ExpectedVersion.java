package app.earlybird.kit.usecase;

import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Failure;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The version of an aggregate that a write is meant for.
 *
 * @param versions any of them; null where the write is meant for whatever is there
 */
public record ExpectedVersion(@Nullable Set<Long> versions) {

    public static final ExpectedVersion ANY = new ExpectedVersion(null);

    /** Call it in the decision, which runs again when somebody else was faster. */
    public void check(AggregateMeta current) {
        if (versions != null && !versions.contains(current.version())) {
            throw new Failure(
                    Failure.Kind.PRECONDITION_FAILED,
                    "version_conflict",
                    "It has changed since: its version is " + current.version() + "; read it again");
        }
    }
}

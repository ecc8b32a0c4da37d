package app.earlybird.kit.usecase;

import app.earlybird.kit.domain.Throttled;

/** How often one caller may do something; counted by each instance on its own. */
public interface CallLimits {

    /** Fails with {@link Throttled} when the caller has used up the limit of this name. */
    void take(String limit, String caller);
}

package app.earlybird.kit.usecase;

/** The body of an aggregate: an answer that is one carries its version as a strong {@code ETag}. */
public interface Versioned {

    long version();
}

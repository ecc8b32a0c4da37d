package app.earlybird.migrations.match;

import java.util.Map;

/** What is to be done about one customer's link. */
public sealed interface Verdict {

    /** Both sides name each other. */
    record Linked() implements Verdict {}

    /**
     * The user is the customer's.
     *
     * @param rule the strongest evidence
     */
    record Link(Person user, String rule) implements Verdict {}

    /** A person must decide. */
    record Undecided(String kind, Map<String, Object> detail) implements Verdict {}
}

package app.earlybird.kit.domain;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/** UUIDv7: unique without asking, and ordered by the time they were made. */
public final class Ids {

    private static final NoArgGenerator UUID_7 = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    public static String next() {
        return UUID_7.generate().toString();
    }
}

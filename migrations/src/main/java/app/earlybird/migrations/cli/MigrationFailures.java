package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;

/** What a failure means to the operator: an exit code, and one sentence that says what to do. */
final class Failures {

    private Failures() {}

    static Exit exit(Exception failure) {
        return failure instanceof Refusal refusal
                ? refusal.exit()
                : switch (app.earlybird.operations.cli.Failures.exit(failure)) {
                    case USAGE -> Exit.USAGE;
                    case PRECONDITION -> Exit.PRECONDITION;
                    case UNREACHABLE -> Exit.UNREACHABLE;
                    case OK, DIFFERENT, UNEXPECTED -> Exit.UNEXPECTED;
                };
    }

    static String sentence(Exception failure) {
        return failure instanceof Refusal
                ? String.valueOf(failure.getMessage())
                : app.earlybird.operations.cli.Failures.sentence(failure);
    }
}

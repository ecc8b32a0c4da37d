package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Refusal;
import app.earlybird.operations.cli.Failures;

/** What a failure means to the operator: an exit code, and one sentence that says what to do. */
final class MigrationFailures {

    private MigrationFailures() {}

    static Exit exit(Exception failure) {
        return failure instanceof Refusal refusal
                ? refusal.exit()
                : switch (Failures.exit(failure)) {
                    case USAGE -> Exit.USAGE;
                    case PRECONDITION -> Exit.PRECONDITION;
                    case UNREACHABLE -> Exit.UNREACHABLE;
                    case OK, DIFFERENT, UNEXPECTED -> Exit.UNEXPECTED;
                };
    }

    static String sentence(Exception failure) {
        return failure instanceof Refusal ? String.valueOf(failure.getMessage()) : Failures.sentence(failure);
    }
}

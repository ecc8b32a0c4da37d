package app.earlybird.operations.cli;

/** The command stops here; the message says what to do. */
public final class Refused extends RuntimeException {

    private final ExitCode exit;

    public Refused(ExitCode exit, String sentence) {
        super(sentence, null, false, false);
        this.exit = exit;
    }

    public ExitCode exit() {
        return exit;
    }
}

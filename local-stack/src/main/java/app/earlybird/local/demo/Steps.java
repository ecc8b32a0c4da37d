package app.earlybird.local.demo;

import java.io.PrintStream;

/** What was done and what it proves, numbered; the first that does not hold ends the walk. */
final class Steps {

    private final PrintStream out;
    private int count;

    Steps(PrintStream out) {
        this.out = out;
    }

    void say(String what, String proof) {
        count++;
        out.printf("%2d. %s%n    %s%n", count, what, proof);
    }

    void end() {
        out.printf("%nAll %d steps hold.%n", count);
    }

    static void must(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("It does not hold that " + what);
        }
    }
}

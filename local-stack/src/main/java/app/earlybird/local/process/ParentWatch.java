package app.earlybird.local.process;

import java.util.concurrent.CompletionException;

/** For child processes of ours: none outlives the process that started it, however that one ended. */
public final class ParentWatch {

    /** The line by which a child says that it serves. */
    public static final String READY = "READY";

    private ParentWatch() {}

    /** Blocks until the parent is gone, then exits. */
    public static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> {
            try {
                parent.onExit().join();
            } catch (CompletionException gone) {
                System.err.println("Parent lost: " + gone.getMessage());
            }
        });
        System.exit(0);
    }
}

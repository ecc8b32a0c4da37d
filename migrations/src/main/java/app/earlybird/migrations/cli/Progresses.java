package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Settings.Progress;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar for people at a terminal, a line every five seconds for logs; never on the standard output. */
final class Progresses {

    private Progresses() {}

    @SuppressWarnings("SystemConsoleNull") // Migrate.main asks for the console that is null without a terminal
    static Progress forThisOutput() {
        return System.console() == null ? new Lines(System.err) : new Bar();
    }

    /** For logs. */
    static final class Lines implements Progress {

        private static final Duration PAUSE = Duration.ofSeconds(5);

        private final PrintStream out;
        private String current = "";
        private long begun;
        private long said;

        Lines(PrintStream out) {
            this.out = out;
        }

        @Override
        public void at(String what, long done, long total) {
            var now = System.nanoTime();
            if (!what.equals(current) || done == 0) {
                current = what;
                begun = now;
                said = now;
            } else if (now - said >= PAUSE.toNanos()) {
                said = now;
                var rate = Math.max(1, done * 1_000_000_000L / Math.max(1, now - begun));
                out.printf(
                        "%s: %d of %d, %d a second, about %d s left%n",
                        what, done, total, rate, Math.max(0, total - done) / rate);
            }
        }
    }

    private static final class Bar implements Progress {

        private @Nullable ProgressBar bar;
        private String current = "";

        @Override
        public void at(String what, long done, long total) {
            if (bar == null || !what.equals(current) || done == 0) {
                if (bar != null) {
                    bar.close();
                }
                current = what;
                bar = new ProgressBarBuilder()
                        .setTaskName(what)
                        .setInitialMax(total)
                        .setStyle(ProgressBarStyle.ASCII)
                        .build();
            }
            bar.stepTo(done);
            if (done >= total) {
                bar.close();
                bar = null;
            }
        }
    }
}

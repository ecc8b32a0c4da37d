package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Refusal;
import app.earlybird.migrations.engine.Settings;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How the migrator works. */
final class RunOptions {

    @Option(
            names = "--batch-size",
            defaultValue = "1000",
            description = "Documents per write, at most; smaller while a batch takes over half a second. Default: 1000")
    private int batchSize = Settings.BATCH_SIZE;

    @Option(
            names = "--max-rate",
            defaultValue = "0",
            description = "Documents per second, to spare a database in use. Default: 0, no limit")
    private int maxRate;

    @Option(
            names = "--lease-seconds",
            defaultValue = "60",
            description = "After how long of silence another migrator may take over. Default: 60")
    private int leaseSeconds = (int) Settings.LEASE.toSeconds();

    Settings settings() {
        mustBeWithin("--batch-size", batchSize, 1, 100_000);
        mustBeWithin("--max-rate", maxRate, 0, 1_000_000);
        mustBeWithin("--lease-seconds", leaseSeconds, 1, 3600);
        return new Settings(
                owner(),
                Duration.ofSeconds(leaseSeconds),
                batchSize,
                maxRate,
                Interruption.STOP,
                Progresses.forThisOutput());
    }

    private static void mustBeWithin(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.usage("%s must be between %d and %d.".formatted(option, least, most));
        }
    }

    static String owner() {
        var pid = ManagementFactory.getRuntimeMXBean().getPid();
        try {
            return InetAddress.getLocalHost().getHostName() + ":" + pid;
        } catch (UnknownHostException nameless) {
            return "localhost:" + pid;
        }
    }
}

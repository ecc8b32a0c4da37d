package app.earlybird.e2e;

import app.earlybird.local.process.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** What a run has shown: printed at once; a soak keeps the last of each test in {@code docs/soak.md}. */
public final class Report {

    private static final Map<String, String> SHOWN = new TreeMap<>();

    private Report() {}

    /** @param test its ids and what it does, the key of the line */
    public static synchronized void shown(String test, String result) {
        System.out.println(test + ": " + result);
        SHOWN.put(test, result);
        if (Counts.SOAK) {
            write();
        }
    }

    private static void write() {
        var page = new StringBuilder("""
                # The last soak

                Written by `./earlybird soak`; the same tests run with short counts in the gate. Words: attempted, acknowledged, lost,
                duplicated, unexpected and recovered are those of Jepsen's total queue. Ids are those of the reliability bars.

                """);
        page.append("Date %s, seed %d, %d instance(s) of each service, %d cores, JDK %s, database: %s, Kafka: %s.%n%n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Counts.SEED,
                        Counts.REPLICAS,
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        RunningSuite.get().stack().mongo().description(),
                        RunningSuite.get().stack().kafka().description()));
        page.append("| Test | Result |\n|---|---|\n");
        SHOWN.forEach((test, result) -> page.append("| %s | %s |%n".formatted(test, result)));
        try {
            Files.writeString(file(), page);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path file() {
        return Home.root().resolve("docs").resolve("soak.md");
    }
}

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
import java.util.stream.Collectors;

/** What a run has shown: printed at once; a soak keeps the last of each test in {@code docs/soak.md}. */
public final class Report {

    private static final Map<String, String> SHOWN = new TreeMap<>();

    private Report() {}

    /** @param test its ids and what it does, the key of the line */
    public static synchronized void shown(String test, String shown) {
        var result = shown + "; " + LocalDate.now(ZoneOffset.UTC) + ", seed " + Counts.SEED;
        System.out.println(test + ": " + result);
        SHOWN.put(test, result);
        if (Counts.SOAK) {
            before().forEach(SHOWN::putIfAbsent);
            write();
        }
    }

    /** What earlier runs of this page's tests have shown: a soak may be run in parts. */
    private static Map<String, String> before() {
        try (var lines = Files.lines(file())) {
            return lines.map(line -> line.split(" \\| ", 2))
                    .filter(cells -> cells.length == 2 && cells[0].startsWith("| F"))
                    .collect(Collectors.toMap(
                            cells -> cells[0].substring(2), cells -> cells[1].replaceFirst(" \\|$", "")));
        } catch (IOException none) {
            return Map.of();
        }
    }

    private static void write() {
        var page = new StringBuilder("""
                # The last soak

                Written by `./earlybird soak`; the same tests run with short counts in the gate. Words: attempted, acknowledged, lost,
                duplicated, unexpected and recovered are those of Jepsen's total queue. Ids are those of the reliability bars.

                """);
        page.append("Last written %s, %d instance(s) of each service, %d cores, JDK %s, database: %s, Kafka: %s.%n%n"
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
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

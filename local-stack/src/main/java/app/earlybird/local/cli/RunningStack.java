package app.earlybird.local.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The process of {@code ./earlybird up} in a folder, by the note it left there. */
final class RunningStack {

    private static final Duration CLOCK_SLACK = Duration.ofSeconds(10);

    private final Path folder;
    private final Path note;

    RunningStack(Path folder) {
        this.folder = folder;
        this.note = folder.resolve("up.pid");
    }

    Optional<ProcessHandle> find() {
        return alive(note);
    }

    void announce() {
        try {
            Files.createDirectories(folder);
            Files.writeString(note, Long.toString(ProcessHandle.current().pid()));
            note.toFile().deleteOnExit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Processes of a stack that ended without stopping them. */
    List<ProcessHandle> leftOver() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".pid"))
                    .map(RunningStack::alive)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The number alone could be somebody else's by now: its process must have begun before the note was written. */
    private static Optional<ProcessHandle> alive(Path note) {
        try {
            var written = Files.getLastModifiedTime(note).toInstant();
            return ProcessHandle.of(Long.parseLong(Files.readString(note).strip()))
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> begunBefore(process, written.plus(CLOCK_SLACK)));
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private static boolean begunBefore(ProcessHandle process, Instant written) {
        return process.info().startInstant().map(written::isAfter).orElse(false);
    }
}

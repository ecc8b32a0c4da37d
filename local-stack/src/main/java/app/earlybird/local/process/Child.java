package app.earlybird.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A process this one started, its log in a file. */
public final class Child {

    private static final Duration POLL = Duration.ofMillis(25);
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts a JVM like this one, which ends when its memory does; the log is begun anew, and the one before is kept beside it. */
    public static Child java(String name, Path folder, List<String> arguments, Map<String, String> environment) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(arguments);
        return start(name, folder, command, environment);
    }

    public static Child start(String name, Path folder, List<String> command, Map<String, String> environment) {
        try {
            var log = Files.createDirectories(folder).resolve(name + ".log");
            if (Files.exists(log)) {
                Files.move(log, folder.resolve(name + ".previous.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            var child = new Child(name, builder.start(), log);
            Files.writeString(folder.resolve(name + ".pid"), Long.toString(child.pid()));
            return child;
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " could not be started", failure);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until its log holds the line by which our own children say that they serve. */
    public Child awaitReady(Duration most) {
        await(most, () -> said(ParentWatch.READY));
        return this;
    }

    /** For a process that ends by itself: fails with the end of its log unless it exits 0 in time. */
    public void awaitSuccess(Duration most) {
        try {
            if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(name + " failed; see " + log + "\n" + lastLines());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + name, interrupted);
        }
    }

    /** Fails with the end of the log when the child dies or the time is over. */
    public void await(Duration most, BooleanSupplier ready) {
        var end = System.nanoTime() + most.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                var why = process.isAlive() ? "is not ready after " + most.toSeconds() + " s" : "ended";
                throw new IllegalStateException(name + " " + why + "; see " + log + "\n" + lastLines());
            }
            pause();
        }
    }

    /** SIGTERM, and SIGKILL for one that does not end within its grace. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** SIGKILL, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    private boolean said(String line) {
        try (var lines = Files.lines(log)) {
            return lines.anyMatch(line::equals);
        } catch (IOException | UncheckedIOException notYet) {
            return false;
        }
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        } catch (IOException unreadable) {
            return "(no log: " + unreadable.getMessage() + ")";
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", interrupted);
        }
    }
}

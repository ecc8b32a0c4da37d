package app.earlybird.e2e.fault;

import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.audit.SecretScan;
import app.earlybird.local.process.Child;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may happen to the processes of the suite; each is named by its id, never by a pattern. */
final class Faults {

    private final RunningSuite suite;

    Faults(RunningSuite suite) {
        this.suite = suite;
    }

    /** SIGKILL to every instance of it. */
    void kill(ServiceName name) {
        suite.instances(name).forEach(service -> service.process().kill());
    }

    /** Every instance that does not run, as it was. */
    void restart(ServiceName name) {
        var away = suite.instances(name).stream()
                .filter(service -> !service.process().isAlive())
                .toList();
        away.forEach(Faults::scanLog);
        away.forEach(ServiceProcess::start);
        away.forEach(ServiceProcess::awaitReady);
    }

    /** Its only instance from now on, with other settings. */
    void replace(ServiceName name, Map<String, String> different) {
        kill(name);
        start(name, different);
        suite.instances(name).getFirst().awaitReady();
    }

    /** All its instances, with other settings until {@link #putBack}. */
    void change(ServiceName name, Map<String, String> different) {
        kill(name);
        suite.instances(name).forEach(service -> {
            scanLog(service);
            service.start(different);
        });
        suite.instances(name).forEach(ServiceProcess::awaitReady);
    }

    /** One instance with other settings, without waiting for it. */
    void start(ServiceName name, Map<String, String> different) {
        var only = suite.instances(name).getFirst();
        scanLog(only);
        only.start(different);
    }

    /** Back to all instances as they were. */
    void putBack(ServiceName name) {
        kill(name);
        restart(name);
    }

    /** From its start to its first ready answer. */
    long killAndRestart(ServiceProcess service) {
        service.process().kill();
        scanLog(service);
        service.start();
        service.awaitReady();
        return service.readyMillis();
    }

    /** Stops the broker's process without ending it: nothing is acknowledged until {@link #resumeKafka}. */
    void pauseKafka() {
        signal("-STOP", suite.stack().kafka().process());
    }

    void resumeKafka() {
        signal("-CONT", suite.stack().kafka().process());
    }

    void killKafka() {
        ours(suite.stack().kafka().process()).kill();
    }

    void stopKafka() {
        ours(suite.stack().kafka().process()).stop();
    }

    void startKafka() {
        suite.stack().startKafka();
    }

    void killMongo() {
        ours(suite.stack().mongo().process()).kill();
    }

    void startMongo() {
        suite.stack().startMongo();
    }

    /** Its log is begun anew with the next start: nothing may be in it by then that must not. */
    private static void scanLog(ServiceProcess service) {
        SecretScan.mustBeClean(service.process().log());
    }

    private static Child ours(@Nullable Child process) {
        if (process == null) {
            throw new IllegalStateException("It was given by the environment, and is not ours to stop");
        }
        return process;
    }

    private static void signal(String signal, @Nullable Child process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(ours(process).pid()))
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}

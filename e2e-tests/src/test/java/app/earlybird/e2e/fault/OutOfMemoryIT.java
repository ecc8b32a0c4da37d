package app.earlybird.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.e2e.Report;
import app.earlybird.e2e.RunningSuite;
import app.earlybird.local.http.Poll;
import app.earlybird.local.stack.ServiceName;
import app.earlybird.local.stack.ServiceProcess;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process without memory ends, and is started again; one that lives on would answer nobody. */
class OutOfMemoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningSuite suite = RunningSuite.get();

    @Test
    @Tag("T-01")
    @Tag("F29")
    void a_service_that_runs_out_of_memory_ends_and_is_started_again() throws Exception {
        var customer = suite.readyCustomer("Memory");
        var session = suite.logIn(customer);
        var product = suite.createProduct();
        var victim = suite.instances(ServiceName.ORDER).getFirst();
        var begun = System.nanoTime();

        eatMemoryOf(victim);
        Poll.until(
                "the end of " + victim.label(),
                PATIENCE,
                () -> !victim.process().isAlive());
        var ended = System.nanoTime();
        assertThat(suite.stack().startEnded()).containsExactly(victim.label());
        victim.awaitReady();

        suite.people().placeOrder(session, product, "1");
        Report.shown(
                "T-01 order-service out of memory",
                "ended after %d ms, ready again %d ms after its start, and orders are placed"
                        .formatted(Duration.ofNanos(ended - begun).toMillis(), victim.readyMillis()));
    }

    private static void eatMemoryOf(ServiceProcess service) throws Exception {
        var machine = VirtualMachine.attach(Long.toString(service.process().pid()));
        try {
            machine.loadAgent(agent().toString());
        } catch (IOException diedMeanwhile) {
            // That is what it is for
        } finally {
            machine.detach();
        }
    }

    private static Path agent() throws IOException {
        var name = MemoryEater.class.getName();
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Agent-Class", name);
        var jar = Files.createTempFile(Path.of("target").toAbsolutePath(), "memory-eater", ".jar");
        var entry = name.replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream bytes =
                        Objects.requireNonNull(MemoryEater.class.getResourceAsStream("MemoryEater.class"))) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
        return jar;
    }
}

package app.earlybird.local.test;

import app.earlybird.local.kafka.Kafka;
import app.earlybird.local.mongo.Mongo;
import app.earlybird.local.process.Child;
import app.earlybird.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The same Kafka and MongoDB as {@code ./earlybird up}, once per JVM: addresses are kept in system properties, because
 * every test application has a class loader of its own and statics do not survive it.
 */
public final class SuiteInfrastructure {

    public static final String MONGODB_URI = "earlybird.test.mongodb-uri";
    public static final String KAFKA = "earlybird.test.kafka";

    private SuiteInfrastructure() {}

    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // one lock for all class loaders of this JVM
    public static void start() {
        synchronized (System.class) {
            if (System.getProperty(KAFKA) == null) {
                var folder = folder();
                var mongo = Mongo.choose(folder, Ports.free());
                var kafka = Kafka.choose(folder, Ports.free());
                stopWithThisJvm(mongo.process());
                stopWithThisJvm(kafka.process());
                System.setProperty(MONGODB_URI, mongo.uri());
                System.setProperty(KAFKA, kafka.bootstrapServers());
                System.out.printf("Tests run on MongoDB: %s; Kafka: %s%n", mongo.description(), kafka.description());
            }
        }
    }

    public static String mongodbUri() {
        return System.getProperty(MONGODB_URI, "");
    }

    public static String kafka() {
        return System.getProperty(KAFKA, "");
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "infrastructure-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void stopWithThisJvm(@Nullable Child process) {
        if (process != null) {
            Runtime.getRuntime().addShutdownHook(new Thread(process::kill));
        }
    }
}

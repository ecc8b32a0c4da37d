package app.earlybird.local.kafka;

import app.earlybird.local.process.ParentWatch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/** A real Apache Kafka broker in KRaft mode: {@code KafkaBroker <folder> <port> <controller port>}. */
public final class KafkaBroker {

    private KafkaBroker() {}

    public static void main(String[] args) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        var folder = Files.createDirectories(Path.of(args[0])).toAbsolutePath();
        var settings = settings(folder, args[1], args[2]);
        if (!Files.exists(folder.resolve("log/meta.properties"))) {
            format(folder, settings);
        }
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdown();
            server.awaitShutdown();
        }));
        System.out.println(ParentWatch.READY);
        ParentWatch.endWithParent();
    }

    private static void format(Path folder, Properties settings) throws IOException {
        var file = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        var said = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        var command = new String[] {
            "format",
            "--config",
            file.toString(),
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--ignore-formatted"
        };
        if (StorageTool.execute(command, said) != 0) {
            throw new IOException("Kafka's log folder could not be formatted: " + folder);
        }
    }

    private static Properties settings(Path folder, String port, String controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "PLAINTEXT");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.resolve("log").toString());
        settings.put("auto.create.topics.enable", "false");
        singleNode(settings);
        small(settings);
        return settings;
    }

    private static void singleNode(Properties settings) {
        for (var internal : new String[] {"transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(internal + ".replication.factor", "1");
            settings.put(internal + ".min.isr", "1");
            settings.put(internal + ".num.partitions", "1");
        }
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        // Or a broker that was killed waits 9 s for its own old registration to expire.
        settings.put("broker.session.timeout.ms", "1000");
        settings.put("broker.heartbeat.interval.ms", "250");
    }

    private static void small(Properties settings) {
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        settings.put("log.cleaner.threads", "1");
        settings.put("num.network.threads", "1");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.backoff.ms", "1000");
    }
}

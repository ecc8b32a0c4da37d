package app.earlybird.migrations.legacy;

import app.earlybird.local.mongo.Mongo;
import app.earlybird.local.process.Home;
import app.earlybird.local.process.Ports;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * {@code ./earlybird bench migrations}: 002 over many delivery statuses, against a raw client that does the same to a copy
 * of them in the same run (makes the two indexes of 002, and writes the same fields with one {@code updateMany}), and
 * against one that leaves the indexes out; and the most memory the migrator took.
 */
public final class BenchMigrations {

    private static final String DATABASE = "bench_migrations";
    private static final String BASELINE = "bench_baseline";
    private static final String INDEXED = "bench_baseline_indexed";
    private static final String ORDER = "ord_00000000-0000-4000-8000-000000000000";
    private static final int STATUSES_OF_A_HUNDRED = 83;
    private static final int AT_ONCE = 1000;

    private BenchMigrations() {}

    /** @param arguments how many delivery statuses; 100,000 embedded and 1,000,000 on a server when not said */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Home.root().resolve("target/bench-migrations"));
        Logger.getLogger("").setLevel(Level.SEVERE);
        var mongo = server(Files.createTempDirectory(folder, "run-"));
        try (var client = MongoClients.create(mongo.uri())) {
            var embedded = mongo.description().startsWith("embedded");
            var statuses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : embedded ? 100_000 : 1_000_000;
            System.out.printf("MongoDB: %s; %d delivery statuses%n", mongo.description(), statuses);
            measure(client, mongo.uri(), statuses);
            if (mongo.process() == null) {
                List.of(DATABASE, BASELINE, INDEXED)
                        .forEach(name -> client.getDatabase(name).drop());
            }
        } finally {
            if (mongo.process() != null) {
                mongo.process().stop();
            }
        }
    }

    private static Mongo server(Path folder) {
        return System.getenv("EARLYBIRD_MONGODB_URI") == null
                ? Mongo.embedded(folder, Ports.free(), "1500m")
                : Mongo.choose(folder, Ports.free());
    }

    private static void measure(MongoClient client, String uri, int statuses) throws Exception {
        var databases =
                Stream.of(DATABASE, BASELINE, INDEXED).map(client::getDatabase).toList();
        databases.forEach(MongoDatabase::drop);
        LegacyData.write(databases.getFirst(), statuses * 100 / STATUSES_OF_A_HUNDRED, 1);
        databases.stream().skip(1).forEach(baseline -> copy(databases.getFirst(), baseline));
        up(uri, "001");
        var bare = millis(() -> write(statuses(client, BASELINE), Updates.set("order_id", ORDER)));
        var same = statuses(client, INDEXED);
        same.updateMany(new Document(), Updates.unset("order_id"));
        var indexes = millis(() -> makeIndexes(same));
        var write = millis(() -> write(same, Updates.rename("id", "order_id")));
        System.out.printf(
                "raw, the same done by hand: %d ms for the indexes of 002, %d ms for an updateMany of %d documents%n"
                        + "raw, no indexes: %d ms for the updateMany%n",
                indexes, write, statuses, bare);
        var run = up(uri, "002");
        System.out.printf(
                "002, reading, matching and checkpoints included: %d ms, ratio %.2f (%.2f to the one without indexes)%n"
                        + "most memory of the migrator: %d MB%n",
                run.millis(),
                (double) run.millis() / (indexes + write),
                (double) run.millis() / bare,
                run.peakMegabytes());
    }

    private static MongoCollection<Document> statuses(MongoClient client, String database) {
        return client.getDatabase(database).getCollection("delivery_statuses");
    }

    private static long millis(Runnable context) {
        var begun = System.nanoTime();
        context.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static void makeIndexes(MongoCollection<Document> statuses) {
        statuses.createIndex(
                Indexes.ascending("order_id"), new IndexOptions().unique(true).sparse(true));
        statuses.createIndex(
                new Document("customer_id", 1).append("order_id", 1).append("delivery_date", -1));
    }

    private static void write(MongoCollection<Document> statuses, Bson order) {
        statuses.updateMany(new Document(), theSameFields(order));
    }

    private static Bson theSameFields(Bson order) {
        var mark = new Document("set", new Document("order_id", ORDER))
                .append("rule", new Document("order_id", "customer_day_boy_product"))
                .append("version", 1L)
                .append("base", 0L)
                .append("run", new Document("order_id", 1L));
        return Updates.combine(order, Updates.set("version", 1L), Updates.set("migrated_002", mark));
    }

    private record Run(long millis, long peakMegabytes) {}

    private static Run up(String uri, String to) throws IOException, InterruptedException {
        var jar = Home.root().resolve("migrations/target/migrations.jar").toString();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "-Xmx320m", "-jar", jar, "up", "--to", to, "--json")
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("EARLYBIRD_MONGODB_URI", uri);
        builder.environment().put("EARLYBIRD_DATABASE", DATABASE);
        var process = builder.start();
        var peak = 0L;
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        var answer = new ObjectMapper().readTree(process.getInputStream());
        if (process.exitValue() != 0) {
            throw new IllegalStateException(answer.toString());
        }
        return new Run(answer.at("/migrations/0/duration_ms").asLong(), peak);
    }

    private static long peak(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
                    .findFirst()
                    .orElse(0);
        } catch (IOException endedOrNotLinux) {
            return 0;
        }
    }

    private static void copy(MongoDatabase from, MongoDatabase to) {
        var batch = new ArrayList<Document>();
        try (var all = from.getCollection("delivery_statuses").find().iterator()) {
            while (all.hasNext()) {
                batch.add(all.next());
                if (batch.size() == AT_ONCE || !all.hasNext()) {
                    to.getCollection("delivery_statuses").insertMany(List.copyOf(batch));
                    batch.clear();
                }
            }
        }
    }
}

package app.earlybird.migrations.cli;

import app.earlybird.local.test.SuiteInfrastructure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where an operator types commands, on a database of its own, and reads what they answer. */
final class Terminal implements AutoCloseable {

    final String name = "command_" + UUID.randomUUID().toString().replace("-", "");
    private final MongoClient client = connected();
    final MongoDatabase database = client.getDatabase(name);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static MongoClient connected() {
        SuiteInfrastructure.start();
        return MongoClients.create(SuiteInfrastructure.mongodbUri());
    }

    /** Of the last command. */
    String out() {
        return out.toString();
    }

    /** Of the last command. */
    String err() {
        return err.toString();
    }

    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out());
    }

    /** Answers the exit code. */
    int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        var needsDatabase =
                !List.of("--help", "sideways", "generate-completion").contains(arguments[0]);
        if (needsDatabase) {
            all.addAll(List.of("--database", name));
            if (!all.contains("--uri")) {
                all.addAll(List.of("--uri", SuiteInfrastructure.mongodbUri()));
            }
        }
        return runBare(all.toArray(String[]::new));
    }

    /** With nothing added. */
    int runBare(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Migrate.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Override
    public void close() {
        database.drop();
        client.close();
    }
}

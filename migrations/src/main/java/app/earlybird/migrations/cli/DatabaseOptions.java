package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Databases.Owner;
import app.earlybird.migrations.engine.Refusal;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where the databases are. */
final class DatabaseOptions {

    private static final int PATIENCE_SECONDS = 10;
    private static final Set<String> OF_THE_SERVER = Set.of("admin", "config", "local");

    @Option(
            names = "--uri",
            defaultValue = "${env:EARLYBIRD_MONGODB_URI:-mongodb://127.0.0.1:27017}",
            description = {
                "MongoDB URI (EARLYBIRD_MONGODB_URI). Default: mongodb://127.0.0.1:27017",
                "A database in it is taken for --database where that is not given."
            })
    private String uri = "";

    @Option(
            names = "--database",
            defaultValue = "${env:EARLYBIRD_DATABASE:-" + Option.NULL_VALUE + "}",
            description =
                    "One database for everything, as the monolith's (EARLYBIRD_DATABASE); the names below are then"
                            + " not used. The list of migrations is kept in it too.")
    private @Nullable String shared;

    @Option(
            names = "--auth-database",
            defaultValue = "${env:EARLYBIRD_AUTH_DATABASE:-earlybird_auth}",
            description = "Default: ${DEFAULT-VALUE}")
    private String auth = "";

    @Option(
            names = "--customer-database",
            defaultValue = "${env:EARLYBIRD_CUSTOMER_DATABASE:-earlybird_customer}",
            description = "Default: ${DEFAULT-VALUE}")
    private String customer = "";

    @Option(
            names = "--order-database",
            defaultValue = "${env:EARLYBIRD_ORDER_DATABASE:-earlybird_order}",
            description = "Default: ${DEFAULT-VALUE}")
    private String order = "";

    @Option(
            names = "--delivery-database",
            defaultValue = "${env:EARLYBIRD_DELIVERY_DATABASE:-earlybird_delivery}",
            description = "Default: ${DEFAULT-VALUE}")
    private String delivery = "";

    @Option(
            names = "--ledger-database",
            defaultValue = "${env:EARLYBIRD_LEDGER_DATABASE:-earlybird_migrations}",
            description = "Where the list of applied migrations is kept. Default: ${DEFAULT-VALUE}")
    private String ledger = "";

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    private boolean isTyped(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .build());
    }

    Databases databases(MongoClient client) {
        var databases = named(client);
        for (var name : databases.allNames()) {
            if (OF_THE_SERVER.contains(name)) {
                throw Refusal.usage("Database " + name
                        + " is the server's own; check --database, the URI (?authSource=admin only logs in there)"
                        + " and the names per service.");
            }
        }
        return databases;
    }

    private Databases named(MongoClient client) {
        if (shared != null && shared.isBlank()) {
            throw Refusal.usage(
                    "--database and EARLYBIRD_DATABASE name one database or are left out; this name is blank.");
        }
        var inUri = new ConnectionString(uri).getDatabase();
        if (inUri != null && shared != null && !inUri.equals(shared) && isTyped("--uri") && !isTyped("--database")) {
            throw Refusal.usage("--uri names database " + inUri + ", EARLYBIRD_DATABASE names " + shared
                    + "; say which with --database.");
        }
        var one = shared == null ? inUri : shared;
        if (one != null) {
            return new Databases(
                    client,
                    Arrays.stream(Owner.values()).collect(Collectors.toMap(Function.identity(), owner -> one)),
                    one);
        }
        var names = Map.of(Owner.AUTH, auth, Owner.CUSTOMER, customer, Owner.ORDER, order, Owner.DELIVERY, delivery);
        return new Databases(client, names, ledger);
    }
}

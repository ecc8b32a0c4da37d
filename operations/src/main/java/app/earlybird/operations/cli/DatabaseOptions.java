package app.earlybird.operations.cli;

import app.earlybird.contracts.Owner;
import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
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
public final class DatabaseOptions {

    private static final int PATIENCE_SECONDS = 10;
    private static final Set<String> OF_THE_SERVER = Set.of("admin", "config", "local");

    @Option(
            names = "--uri",
            defaultValue = "${env:EARLYBIRD_MONGODB_URI:-mongodb://127.0.0.1:27017}",
            description = {
                "MongoDB URI (EARLYBIRD_MONGODB_URI). Default: mongodb://127.0.0.1:27017",
                "A database in it is used as --database where that is not given."
            })
    private String uri = "";

    @Option(
            names = "--database",
            defaultValue = "${env:EARLYBIRD_DATABASE:-" + Option.NULL_VALUE + "}",
            description =
                    "One database for everything, as the monolith's (EARLYBIRD_DATABASE); the names below are then"
                            + " not used.")
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

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    public MongoClient client() {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary())
                .build());
    }

    /** The database of each service; refuses the server's own ones. */
    public Map<Owner, String> names() {
        var names = shared().map(DatabaseOptions::oneForAll)
                .orElseGet(() -> Map.of(
                        Owner.AUTH, auth, Owner.CUSTOMER, customer, Owner.ORDER, order, Owner.DELIVERY, delivery));
        names.values().forEach(DatabaseOptions::mustNotBeTheServers);
        return names;
    }

    /** The one database for everything, when there is one. */
    public Optional<String> shared() {
        if (shared != null && shared.isBlank()) {
            throw new Refused(ExitCode.USAGE, "--database and EARLYBIRD_DATABASE must not be blank; leave them out.");
        }
        var inUri = new ConnectionString(uri).getDatabase();
        if (inUri != null && shared != null && !inUri.equals(shared) && isTyped("--uri") && !isTyped("--database")) {
            throw new Refused(
                    ExitCode.USAGE,
                    "--uri names database " + inUri + ", EARLYBIRD_DATABASE names " + shared
                            + "; choose one with --database.");
        }
        return Optional.ofNullable(shared == null ? inUri : shared);
    }

    public static void mustNotBeTheServers(String name) {
        if (OF_THE_SERVER.contains(name)) {
            throw new Refused(
                    ExitCode.USAGE,
                    "Database " + name + " belongs to the server; check --database, the URI (?authSource=admin is"
                            + " enough to log in there) and the names per service.");
        }
    }

    private boolean isTyped(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private static Map<Owner, String> oneForAll(String name) {
        return Arrays.stream(Owner.values()).collect(Collectors.toMap(Function.identity(), owner -> name));
    }
}

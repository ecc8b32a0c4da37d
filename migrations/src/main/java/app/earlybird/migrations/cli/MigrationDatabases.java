package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.operations.cli.DatabaseOptions;
import com.mongodb.client.MongoClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The databases of the services, and the one of the ledger. */
final class MigrationDatabases {

    @Mixin
    private DatabaseOptions services = new DatabaseOptions();

    @Option(
            names = "--ledger-database",
            defaultValue = "${env:EARLYBIRD_LEDGER_DATABASE:-earlybird_migrations}",
            description = "Where the list of applied migrations is kept; with --database in that one."
                    + " Default: ${DEFAULT-VALUE}")
    private String ledger = "";

    MongoClient client() {
        return services.client();
    }

    Databases databases(MongoClient client) {
        var names = services.names();
        var ledgerName = services.shared().orElse(ledger);
        DatabaseOptions.mustNotBeTheServers(ledgerName);
        return new Databases(client, names, ledgerName);
    }
}

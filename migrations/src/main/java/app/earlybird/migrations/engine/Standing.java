package app.earlybird.migrations.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The migrations there are, against those the ledger knows. */
final class Standing {

    /** They made the indexes of the services. */
    private static final Set<String> RETIRED = Set.of("010", "011", "012", "013", "014", "015");

    private final List<Migration> migrations;
    private final Ledger ledger;
    private final Databases databases;

    Standing(List<Migration> migrations, Ledger ledger, Databases databases) {
        this.migrations = migrations;
        this.ledger = ledger;
        this.databases = databases;
    }

    List<Status> all() {
        var entries = ledger.all();
        var owner = Lease.holder(databases);
        var ours = migrations.stream().map(migration -> of(migration, entry(entries, migration.id()), owner));
        return Stream.concat(ours, onlyInLedger(entries))
                .sorted(Comparator.comparing(Status::id))
                .toList();
    }

    private Stream<Status> onlyInLedger(List<Entry> entries) {
        var known = migrations.stream().map(Migration::id).toList();
        return entries.stream()
                .filter(entry -> !known.contains(entry.id()))
                .map(entry -> new Status(
                        entry.id(),
                        Objects.requireNonNullElse(entry.document().getString("name"), ""),
                        Objects.requireNonNullElse(entry.checksum(), ""),
                        RETIRED.contains(entry.id()) ? State.RETIRED : State.MISSING,
                        false,
                        entry.document()));
    }

    private static @Nullable Entry entry(List<Entry> entries, String id) {
        return entries.stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Every applied migration is the one that was applied. */
    void validate() {
        for (var status : all()) {
            if (status.state() == State.CHECKSUM_MISMATCH) {
                throw Refusal.edited(status.id());
            }
            if (status.state() == State.MISSING) {
                throw Refusal.drift("Migration " + status.id() + " is in the ledger and not in this version of the"
                        + " migrator; use the version that applied it, or a newer one.");
            }
        }
    }

    private static Status of(Migration migration, @Nullable Entry entry, @Nullable String atWork) {
        var checksum = Checksums.of(migration);
        var state = entry == null ? State.PENDING : stateOf(entry, checksum, atWork);
        var document = entry == null ? null : entry.document();
        return new Status(migration.id(), migration.name(), checksum, state, true, document);
    }

    private static State stateOf(Entry entry, String checksum, @Nullable String atWork) {
        return switch (entry.state()) {
            case APPLIED -> checksum.equals(entry.checksum()) ? State.APPLIED : State.CHECKSUM_MISMATCH;
            case RUNNING, ROLLING_BACK -> {
                var works = atWork != null && atWork.equals(entry.owner());
                yield works ? entry.state() : entry.error() == null ? State.INTERRUPTED : State.FAILED;
            }
            default -> entry.state();
        };
    }
}

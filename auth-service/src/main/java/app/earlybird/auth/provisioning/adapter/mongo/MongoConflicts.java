package app.earlybird.auth.provisioning.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import app.earlybird.auth.account.application.LoginProvisioned;
import app.earlybird.auth.provisioning.application.Conflicts;
import app.earlybird.auth.runtime.Storage;
import app.earlybird.kit.events.EventWriter;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.kit.outbox.OutboxRelay;
import app.earlybird.kit.outbox.OutboxSource;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoConflicts implements Conflicts, ReactivePanacheMongoRepositoryBase<ConflictDocument, String> {

    private static final String KEY = "customer_id";
    private static final String APPLIED = "applied.customer";

    private final OutboxRelay relay;
    private final OutboxSource provisionings;
    private final EventWriter events;

    MongoConflicts(OutboxRelay relay, @Named(Storage.PROVISIONINGS) OutboxSource provisionings, EventWriter events) {
        this.relay = relay;
        this.provisionings = provisionings;
        this.events = events;
    }

    @Override
    public Uni<Long> answered(String customerId) {
        return mongoCollection()
                .find(eq(KEY, customerId))
                .collect()
                .first()
                .map(document -> document == null ? 0L : document.applied().getOrDefault("customer", 0L));
    }

    @Override
    public Uni<Boolean> add(LoginProvisioned conflict) {
        var event = event(conflict);
        return record(conflict.customerId(), conflict.answersSequence(), conflict, List.of(event))
                .invoke(recorded -> nudge(recorded, conflict.customerId()));
    }

    @Override
    public Uni<Boolean> pass(String customerId, long sequence) {
        return record(customerId, sequence, null, List.of());
    }

    private Uni<Boolean> record(
            String customerId, long sequence, @Nullable LoginProvisioned conflict, List<StoredEvent> answers) {
        return mongoCollection()
                .insertOne(document(customerId, sequence, conflict, answers))
                .replaceWith(true)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() -> again(customerId, sequence, conflict, answers));
    }

    /** A newer state of a customer that was recorded before. */
    private Uni<Boolean> again(
            String customerId, long sequence, @Nullable LoginProvisioned conflict, List<StoredEvent> answers) {
        var older = and(eq(KEY, customerId), lt(APPLIED, sequence));
        var changes = new ArrayList<Bson>();
        changes.add(Updates.set(APPLIED, sequence));
        changes.add(
                conflict == null
                        ? Updates.unset("conflict_code")
                        : Updates.set("conflict_code", conflict.conflictCode()));
        changes.add(conflict == null ? Updates.unset("user_id") : Updates.set("user_id", conflict.userId()));
        return mongoCollection()
                .updateOne(older, Guarded.update(changes, answers))
                .map(result -> result.getMatchedCount() == 1);
    }

    private static ConflictDocument document(
            String customerId, long sequence, @Nullable LoginProvisioned conflict, List<StoredEvent> answers) {
        return new ConflictDocument(
                customerId,
                customerId,
                conflict == null ? null : conflict.userId(),
                conflict == null ? null : conflict.conflictCode(),
                1,
                answers.size(),
                Map.of("customer", sequence),
                answers,
                answers.isEmpty() ? null : answers.getFirst().time());
    }

    /** Numbered by the state it answers: that only grows, and needs no read. */
    private StoredEvent event(LoginProvisioned conflict) {
        return events.write(
                "LoginProvisioned", conflict.customerId(), conflict.customerId(), conflict.answersSequence(), conflict);
    }

    private void nudge(boolean recorded, String customerId) {
        if (recorded) {
            relay.nudge(provisionings, customerId);
        }
    }
}

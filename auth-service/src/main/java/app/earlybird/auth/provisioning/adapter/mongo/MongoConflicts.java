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
import java.util.List;
import java.util.Map;

@ApplicationScoped
class MongoConflicts implements Conflicts, ReactivePanacheMongoRepositoryBase<ConflictDocument, String> {

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
    public Uni<Boolean> add(LoginProvisioned conflict) {
        return mongoCollection()
                .insertOne(document(conflict))
                .replaceWith(true)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithUni(() -> answerAgain(conflict))
                .invoke(answered -> nudge(answered, conflict.customerId()));
    }

    /** A newer state of a customer that was in conflict before. */
    private Uni<Boolean> answerAgain(LoginProvisioned conflict) {
        var older = and(eq("customer_id", conflict.customerId()), lt(APPLIED, conflict.answersSequence()));
        var changes = List.of(
                Updates.set("conflict_code", conflict.conflictCode()),
                Updates.set("user_id", conflict.userId()),
                Updates.set(APPLIED, conflict.answersSequence()));
        return mongoCollection()
                .updateOne(older, Guarded.update(changes, List.of(event(conflict))))
                .map(result -> result.getMatchedCount() == 1);
    }

    private ConflictDocument document(LoginProvisioned conflict) {
        var event = event(conflict);
        return new ConflictDocument(
                conflict.customerId(),
                conflict.customerId(),
                conflict.userId(),
                String.valueOf(conflict.conflictCode()),
                1,
                1,
                Map.of("customer", conflict.answersSequence()),
                List.of(event),
                event.time());
    }

    /** Numbered by the state it answers: that only grows, and needs no read. */
    private StoredEvent event(LoginProvisioned conflict) {
        return events.write(
                "LoginProvisioned", conflict.customerId(), conflict.customerId(), conflict.answersSequence(), conflict);
    }

    private void nudge(boolean answered, String customerId) {
        if (answered) {
            relay.nudge(provisionings, customerId);
        }
    }
}

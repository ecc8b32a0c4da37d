package app.earlybird.auth.account.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import app.earlybird.auth.account.application.FirstSecretLife;
import app.earlybird.auth.account.application.LoginProvisioned;
import app.earlybird.auth.account.application.Logins;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.runtime.Storage;
import app.earlybird.kit.events.EventWriter;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.kit.outbox.OutboxRelay;
import app.earlybird.kit.outbox.OutboxSource;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoLogins implements Logins, ReactivePanacheMongoRepositoryBase<AccountDocument, String> {

    private static final String APPLIED = "applied.customer";

    private final OutboxRelay relay;
    private final OutboxSource users;
    private final EventWriter events;
    private final FirstSecretLife firstSecretLife;
    private final Clock clock;

    MongoLogins(
            OutboxRelay relay,
            @Named(Storage.USERS) OutboxSource users,
            EventWriter events,
            FirstSecretLife firstSecretLife,
            Clock clock) {
        this.relay = relay;
        this.users = users;
        this.events = events;
        this.firstSecretLife = firstSecretLife;
        this.clock = clock;
    }

    @Override
    public Uni<@Nullable Owner> ownerOf(String userId) {
        return mongoCollection()
                .find(eq("id", userId))
                .collect()
                .first()
                .map(document -> document == null ? null : new Owner(document.customerId()));
    }

    @Override
    public Uni<Boolean> add(Login login) {
        return mongoCollection()
                .insertOne(document(login))
                .invoke(() -> relay.nudge(users, login.userId()))
                .replaceWith(true)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithItem(false);
    }

    @Override
    public Uni<Boolean> refresh(Login login) {
        var older = and(eq("id", login.userId()), or(exists(APPLIED, false), lt(APPLIED, login.customerSequence())));
        var changes = List.<Bson>of(
                Updates.set("name", login.name()),
                Updates.set("phone", login.phone()),
                Updates.set(APPLIED, login.customerSequence()));
        return mongoCollection()
                .updateOne(older, Guarded.update(changes, List.of()))
                .map(result -> result.getMatchedCount() == 1);
    }

    private AccountDocument document(Login login) {
        var now = Instant.now(clock);
        var profile = new Account.Profile(login.name(), login.phone());
        var account =
                Account.ofCustomer(login.userId(), login.customerId(), profile, now.plus(firstSecretLife.value()));
        var created = LoginProvisioned.created(login.customerId(), login.userId(), login.customerSequence());
        var event = events.write("LoginProvisioned", login.customerId(), login.userId(), 1, created);
        return AccountDocument.of(account, now, List.of(event), Map.of("customer", login.customerSequence()));
    }
}

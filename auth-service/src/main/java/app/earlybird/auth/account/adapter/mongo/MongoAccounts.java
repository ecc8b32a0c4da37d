package app.earlybird.auth.account.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.application.LoginProvisioned;
import app.earlybird.auth.account.application.Logins;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
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
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoAccounts implements Accounts, Logins, ReactivePanacheMongoRepositoryBase<AccountDocument, String> {

    private static final String APPLIED_CUSTOMER = "applied.customer";

    private final OutboxRelay relay;
    private final OutboxSource users;
    private final EventWriter events;
    private final Clock clock;

    MongoAccounts(OutboxRelay relay, @Named(Storage.USERS) OutboxSource users, EventWriter events, Clock clock) {
        this.relay = relay;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Uni<@Nullable Account> withEmail(Email email) {
        return first("email_normalised", email.normalised());
    }

    @Override
    public Uni<@Nullable Account> withId(String id) {
        return first("id", id);
    }

    @Override
    public Uni<Account> add(Account account) {
        return mongoCollection()
                .insertOne(AccountDocument.of(account, Instant.now(clock), List.of(), null))
                .onFailure(MongoErrors::isDuplicateKey)
                .transform(duplicate -> AccountRefused.emailTaken())
                .replaceWith(account);
    }

    @Override
    public Uni<Account> replaceSecret(Account changed) {
        var changes = List.of(
                Updates.set(
                        "password_hash", Objects.requireNonNull(changed.secret().hash())),
                Updates.set("password_change_required", changed.secret().mustChange()),
                Updates.unset("first_secret_expires_at"));
        return mongoCollection()
                .updateOne(Guarded.filter("id", changed.id(), changed.version()), Guarded.update(changes, List.of()))
                .flatMap(Guarded.orStale())
                .replaceWith(changed);
    }

    @Override
    public Uni<Boolean> add(Account account, LoginProvisioned announcement) {
        var event = events.write("LoginProvisioned", announcement.customerId(), account.id(), 1, announcement);
        var applied = Map.of("customer", announcement.answersSequence());
        var document = AccountDocument.of(account, Instant.now(clock), List.of(event), applied);
        return mongoCollection()
                .insertOne(document)
                .invoke(() -> relay.nudge(users, account.id()))
                .replaceWith(true)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithItem(false);
    }

    @Override
    public Uni<Boolean> refresh(Account account, long customerSequence) {
        var isOlder = new Document("id", account.id())
                .append(
                        "$or",
                        List.of(
                                new Document(APPLIED_CUSTOMER, new Document("$lt", customerSequence)),
                                new Document(APPLIED_CUSTOMER, new Document("$exists", false))));
        var changes = List.of(
                Updates.set("name", account.profile().name()),
                Updates.set("phone", account.profile().phone()),
                Updates.set(APPLIED_CUSTOMER, customerSequence));
        return mongoCollection()
                .updateOne(isOlder, Guarded.update(changes, List.of()))
                .map(result -> result.getMatchedCount() == 1);
    }

    private Uni<@Nullable Account> first(String field, String value) {
        return mongoCollection()
                .find(eq(field, value))
                .collect()
                .first()
                .map(document -> document == null ? null : document.toAccount());
    }
}

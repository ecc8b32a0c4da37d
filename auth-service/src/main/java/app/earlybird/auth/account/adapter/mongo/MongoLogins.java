package app.earlybird.auth.account.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import app.earlybird.auth.account.application.FirstSecretPolicy;
import app.earlybird.auth.account.application.LoginProvisioned;
import app.earlybird.auth.account.application.Logins;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.runtime.Storage;
import app.earlybird.kit.domain.StaleVersion;
import app.earlybird.kit.events.EventWriter;
import app.earlybird.kit.events.StoredEvent;
import app.earlybird.kit.mongo.Documents;
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
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoLogins implements Logins, ReactivePanacheMongoRepositoryBase<AccountDocument, String> {

    private static final String ERASED = "erased";

    private final OutboxRelay relay;
    private final OutboxSource users;
    private final EventWriter events;
    private final FirstSecretPolicy firstSecret;
    private final Clock clock;

    MongoLogins(
            OutboxRelay relay,
            @Named(Storage.USERS) OutboxSource users,
            EventWriter events,
            FirstSecretPolicy firstSecret,
            Clock clock) {
        this.relay = relay;
        this.users = users;
        this.events = events;
        this.firstSecret = firstSecret;
        this.clock = clock;
    }

    @Override
    public Uni<@Nullable Owner> find(String userId, String customerId) {
        return first("id", userId).map(document -> document == null ? null : owner(document, customerId));
    }

    @Override
    public Uni<@Nullable Owner> ofCustomer(String customerId) {
        return first("customer_v2_id", customerId)
                .map(document -> document == null ? null : owner(document, customerId));
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
    public Uni<Void> link(Owner owner, Login login, String result) {
        return unchanged(owner).flatMap(document -> {
            var account = document.toAccount();
            var linked =
                    login.customerId().equals(account.customerId()) ? account : account.linkedTo(login.customerId());
            var sequence = Objects.requireNonNullElse(document.eventSeq(), 0L) + 1;
            var answer = announcement(LoginProvisioned.of(login, result), sequence);
            return write(following(linked, login), login.customerId(), login.customerSequence(), List.of(answer));
        });
    }

    @Override
    public Uni<Void> follow(Owner owner, Login login) {
        return unchanged(owner)
                .flatMap(document -> write(
                        following(document.toAccount(), login),
                        login.customerId(),
                        login.customerSequence(),
                        List.of()));
    }

    @Override
    public Uni<Void> release(Owner owner, String customerId, long sequence) {
        return unchanged(owner)
                .flatMap(document -> write(document.toAccount().unlinked(), customerId, sequence, List.of()));
    }

    @Override
    public Uni<Boolean> erase(String customerId) {
        var changes = List.<Bson>of(
                Updates.set("name", ERASED),
                Updates.unset("phone"),
                Updates.set("customer_active", false),
                Updates.inc("session_epoch", 1L));
        return mongoCollection()
                .updateOne(eq("customer_v2_id", customerId), Guarded.update(changes, List.of()))
                .map(result -> result.getMatchedCount() == 1);
    }

    private Uni<Void> write(Account account, String customerId, long sequence, List<StoredEvent> answers) {
        var changes = AccountChanges.withLinkOf(account);
        changes.add(Updates.set("applied." + customerId, sequence));
        return mongoCollection()
                .updateOne(Guarded.filter("id", account.id(), account.version()), Guarded.update(changes, answers))
                .flatMap(Guarded.orStale())
                .invoke(() -> relay.nudge(users, account.id()))
                .replaceWithVoid();
    }

    private Uni<AccountDocument> unchanged(Owner owner) {
        return first("id", owner.userId())
                .map(document -> document == null || version(document) != owner.version() ? null : document)
                .onItem()
                .ifNull()
                .failWith(StaleVersion::new);
    }

    private Uni<@Nullable AccountDocument> first(String field, String value) {
        return new Documents<>(mongoCollection(), Function.<AccountDocument>identity()).first(eq(field, value));
    }

    private AccountDocument document(Login login) {
        var now = Instant.now(clock);
        var account = Account.ofCustomer(
                login.userId(),
                login.customerId(),
                new Account.Profile(login.name(), login.phone()),
                firstSecret.provisioned(now),
                login.customerActive());
        var created = announcement(LoginProvisioned.of(login, LoginProvisioned.CREATED), 1);
        return AccountDocument.of(account, now, List.of(created), Map.of(login.customerId(), login.customerSequence()));
    }

    private StoredEvent announcement(LoginProvisioned answer, long sequence) {
        return events.write("LoginProvisioned", answer.customerId(), answer.userId(), sequence, answer);
    }

    private static Account following(Account account, Login login) {
        return account.following(new Account.Profile(login.name(), login.phone()), login.customerActive());
    }

    private static Owner owner(AccountDocument document, String customerId) {
        var applied = Objects.requireNonNullElse(document.applied(), Map.<String, Long>of());
        return new Owner(
                document.id(),
                document.customerId(),
                document.toAccount().isLinkable(),
                applied.getOrDefault(customerId, 0L),
                version(document));
    }

    private static long version(AccountDocument document) {
        return Objects.requireNonNullElse(document.version(), 0L);
    }
}

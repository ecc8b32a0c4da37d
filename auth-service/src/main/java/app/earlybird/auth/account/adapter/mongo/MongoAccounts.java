package app.earlybird.auth.account.adapter.mongo;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.MongoAggregateStore;
import app.earlybird.kit.outbox.OutboxWriter;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Singleton
class MongoAccounts extends MongoAggregateStore<Account, LoginProvisioned, AccountDocument>
        implements Accounts, ReactivePanacheMongoRepositoryBase<AccountDocument, String> {

    private static final String CUSTOMER = "customer_v2_id";

    MongoAccounts(Clock clock, EventMessages<Account, LoginProvisioned> messages, OutboxWriter outbox) {
        super(
                StoredCollection.USERS,
                account -> AccountDocument.of(account, Instant.now(clock)),
                AccountDocument::toAccount,
                AccountRefused::notFound,
                messages,
                outbox);
    }

    @Override
    public Uni<@Nullable Account> findByEmail(Email email) {
        return reader().first(eq("email_normalised", email.normalised()));
    }

    @Override
    public Uni<@Nullable Account> findByCustomerId(String customerId) {
        return reader().first(eq(CUSTOMER, customerId));
    }

    @Override
    public Uni<Void> replaceEmail(String accountId, Email email) {
        return mongoCollection()
                .updateOne(
                        eq("id", accountId),
                        combine(set("email", email.typed()), set("email_normalised", email.normalised())))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Account>> findAllByCustomerId(Collection<String> customerIds) {
        return reader().all(in(CUSTOMER, customerIds));
    }

    @Override
    public Uni<Page<Account>> list(@Nullable String role, PageRequest page) {
        return reader().pageBy("id", role == null ? empty() : eq("role", role), page);
    }

    @Override
    public Uni<Page<Account>> listLinked(PageRequest page) {
        return reader().pageBy(CUSTOMER, exists(CUSTOMER), page);
    }

    @Override
    protected ReactiveMongoCollection<AccountDocument> collection() {
        return mongoCollection();
    }

    /** An e-mail never changes; the monolith may have two that differ in case only. */
    @Override
    protected Set<String> writtenOnce() {
        return Set.of("email", "email_normalised");
    }
}

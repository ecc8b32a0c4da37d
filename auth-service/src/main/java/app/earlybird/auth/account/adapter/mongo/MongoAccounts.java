package app.earlybird.auth.account.adapter.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.mongo.Documents;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.kit.mongo.MongoErrors;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class MongoAccounts implements Accounts, ReactivePanacheMongoRepositoryBase<AccountDocument, String> {

    private final Clock clock;

    MongoAccounts(Clock clock) {
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
    public Uni<List<Account>> ofCustomers(Collection<String> customerIds) {
        return documents().all(in("customer_v2_id", customerIds));
    }

    @Override
    public Uni<Page<Account>> list(@Nullable String role, PageRequest page) {
        return page(role == null ? empty() : eq("role", role), "id", page);
    }

    @Override
    public Uni<Page<Account>> linked(PageRequest page) {
        return page(exists("customer_v2_id"), "customer_v2_id", page);
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
    public Uni<Account> store(Account changed) {
        return mongoCollection()
                .updateOne(
                        Guarded.filter("id", changed.id(), changed.version()),
                        Guarded.update(AccountChanges.of(changed), List.of()))
                .flatMap(Guarded.orStale())
                .replaceWith(changed::stored);
    }

    private Uni<Page<Account>> page(Bson filter, String order, PageRequest page) {
        var after = page.after() == null ? empty() : gt(order, page.after());
        return documents().page(and(filter, after), ascending(order), page, last -> Documents.text(last, order));
    }

    private Uni<@Nullable Account> first(String field, String value) {
        return documents().first(eq(field, value));
    }

    private Documents<AccountDocument, Account> documents() {
        return new Documents<>(mongoCollection(), AccountDocument::toAccount);
    }
}

package app.earlybird.auth.account.adapter.mongo;

import static com.mongodb.client.model.Filters.eq;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.Email;
import app.earlybird.kit.mongo.Guarded;
import app.earlybird.kit.mongo.MongoErrors;
import com.mongodb.client.model.Updates;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    private Uni<@Nullable Account> first(String field, String value) {
        return mongoCollection()
                .find(eq(field, value))
                .collect()
                .first()
                .map(document -> document == null ? null : document.toAccount());
    }
}

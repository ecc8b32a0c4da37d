package app.earlybird.auth.key;

import app.earlybird.auth.runtime.AuthConfig;
import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.mongo.MongoErrors;
import app.earlybird.kit.mongo.ReadAfterConflict;
import io.quarkus.mongodb.FindOptions;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** The keys every instance signs with: kept in the database; the first is made when there is none. */
@ApplicationScoped
class SigningKeys implements ReactivePanacheMongoRepositoryBase<SigningKeyDocument, String> {

    private static final int BITS = 2048;
    private static final int FIRST = 1;
    private static final Duration LONGEST_HELD = Duration.ofMinutes(1);

    private final KeyCipher cipher;
    private final AuthConfig config;
    private final Clock clock;
    private volatile @Nullable Held held;

    private record Held(KeyRing ring, Instant until) {}

    SigningKeys(KeyCipher cipher, AuthConfig config, Clock clock) {
        this.cipher = cipher;
        this.config = config;
        this.clock = clock;
    }

    /** The one to sign with. */
    Uni<RsaJsonWebKey> current() {
        return ring().map(ring -> ring.current(Instant.now(clock)).key());
    }

    /** The public halves, as a JSON Web Key Set. */
    Uni<String> published() {
        return ring().map(ring -> {
            var keys = ring.published(Instant.now(clock), config.accessTokenLife()).stream()
                    .<JsonWebKey>map(SigningKey::key)
                    .toList();
            return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
        });
    }

    /** The next key, which signs after the lead; the one that waits already, when there is one. */
    Uni<SigningKey> rotate() {
        return load().flatMap(ring -> ring.isWaiting(Instant.now(clock))
                ? Uni.createFrom().item(ring.newest())
                : follow(ring).map(KeyRing::newest));
    }

    /** True when the period of the newest was over and another was made. */
    Uni<Boolean> rotateWhenDue() {
        return load().flatMap(
                        ring -> ring.isDue(Instant.now(clock), config.keys().period())
                                ? follow(ring).replaceWith(true)
                                : Uni.createFrom().item(false));
    }

    private Uni<KeyRing> ring() {
        var now = held;
        return now != null && Instant.now(clock).isBefore(now.until())
                ? Uni.createFrom().item(now.ring())
                : load();
    }

    private Uni<KeyRing> load() {
        return stored().flatMap(documents -> documents.isEmpty()
                        ? make(FIRST, Instant.now(clock))
                        : Uni.createFrom().item(documents))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(documents ->
                        new KeyRing(documents.stream().map(this::decrypted).toList()))
                .invoke(ring -> held = new Held(ring, Instant.now(clock).plus(heldFor())));
    }

    private Uni<KeyRing> follow(KeyRing ring) {
        var activeFrom = Instant.now(clock).plus(config.keys().lead());
        return make(ring.newest().number() + 1, activeFrom).chain(this::load);
    }

    /** No longer than half the lead, or an instance would learn of a key after it signs. */
    private Duration heldFor() {
        var half = config.keys().lead().dividedBy(2);
        return half.compareTo(LONGEST_HELD) < 0 ? half : LONGEST_HELD;
    }

    private Uni<List<SigningKeyDocument>> stored() {
        return mongoCollection()
                .find(new FindOptions().sort(new Document("number", -1)))
                .collect()
                .asList();
    }

    /** Of two instances that make the same number one wins, and both take its key. */
    private Uni<List<SigningKeyDocument>> make(int number, Instant activeFrom) {
        return Uni.createFrom()
                .item(() -> generate(number, activeFrom))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(mongoCollection()::insertOne)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithNull()
                .chain(() -> ReadAfterConflict.of(() -> stored().map(keys -> keys.isEmpty() ? null : keys)));
    }

    private SigningKey decrypted(SigningKeyDocument document) {
        return new SigningKey(
                cipher.decrypt(document.encryptedKey()), document.number(), document.createdAt(), document.signsFrom());
    }

    private SigningKeyDocument generate(int number, Instant activeFrom) {
        try {
            var key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(Ids.next());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return new SigningKeyDocument(key.getKeyId(), number, cipher.encrypt(key), Instant.now(clock), activeFrom);
        } catch (JoseException failure) {
            throw new IllegalStateException("No signing key could be made", failure);
        }
    }
}

package app.earlybird.auth.token;

import app.earlybird.kit.domain.Ids;
import app.earlybird.kit.mongo.LoserRead;
import app.earlybird.kit.mongo.MongoErrors;
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

/** The keys every instance signs with: kept in the database, the newest first; the first is made when there is none. */
@ApplicationScoped
class SigningKeys implements ReactivePanacheMongoRepositoryBase<SigningKeyDocument, String> {

    private static final int BITS = 2048;
    private static final int FIRST = 1;
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private final KeyCipher cipher;
    private final Clock clock;
    private volatile Held held = new Held(List.of(), Instant.EPOCH);

    private record Held(List<RsaJsonWebKey> keys, Instant until) {}

    SigningKeys(KeyCipher cipher, Clock clock) {
        this.cipher = cipher;
        this.clock = clock;
    }

    /** The one to sign with. */
    Uni<RsaJsonWebKey> current() {
        return keys().map(List::getFirst);
    }

    /** The public halves, as a JSON Web Key Set. */
    Uni<String> published() {
        return keys().map(keys ->
                new JsonWebKeySet(List.<JsonWebKey>copyOf(keys)).toJson(OutputControlLevel.PUBLIC_ONLY));
    }

    private Uni<List<RsaJsonWebKey>> keys() {
        var now = held;
        return Instant.now(clock).isBefore(now.until()) ? Uni.createFrom().item(now.keys()) : load();
    }

    private Uni<List<RsaJsonWebKey>> load() {
        return stored().flatMap(documents ->
                        documents.isEmpty() ? first() : Uni.createFrom().item(documents))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(documents -> documents.stream()
                        .map(document -> cipher.decrypt(document.encryptedKey()))
                        .toList())
                .invoke(keys -> held = new Held(keys, Instant.now(clock).plus(REFRESH)));
    }

    private Uni<List<SigningKeyDocument>> stored() {
        return mongoCollection()
                .find(new FindOptions().sort(new Document("number", -1)))
                .collect()
                .asList();
    }

    private Uni<List<SigningKeyDocument>> first() {
        return Uni.createFrom()
                .item(this::generate)
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(mongoCollection()::insertOne)
                .onFailure(MongoErrors::isDuplicateKey)
                .recoverWithNull()
                .chain(() -> LoserRead.of(() -> stored().map(keys -> keys.isEmpty() ? null : keys)));
    }

    private SigningKeyDocument generate() {
        try {
            var key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(Ids.next());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            return new SigningKeyDocument(key.getKeyId(), FIRST, cipher.encrypt(key), Instant.now(clock));
        } catch (JoseException failure) {
            throw new IllegalStateException("No signing key could be made", failure);
        }
    }
}

package app.earlybird.auth.throttle.application;

import app.earlybird.auth.throttle.domain.Failures;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Throttled;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Supplier;

/**
 * Slows guessing down: per account, per address and over all. It is kept in the database, so that it holds for every
 * instance and over a restart, and it is asked before a password is looked at. A refresh token never comes here: who is
 * logged in stays so, whoever guesses at the account.
 */
@ApplicationScoped
public class LoginThrottle {

    /** @param address where it comes from; one of IPv6 counts by its network of 64 bits */
    public record Attempt(String login, String address) {}

    private final Attempts attempts;
    private final ThrottlePolicy policy;
    private final Clock clock;

    LoginThrottle(Attempts attempts, ThrottlePolicy policy, Clock clock) {
        this.attempts = attempts;
        this.policy = policy;
        this.clock = clock;
    }

    /** Fails with {@link Throttled} instead of doing the work; what was no guess does not count. */
    public <T> Uni<T> guard(Attempt attempt, Supplier<Uni<T>> work) {
        var keys = keysOf(attempt);
        return enter(keys)
                .chain(() -> Uni.createFrom()
                        .deferred(work::get)
                        .call(() -> attempts.forget(keys.account()).chain(() -> giveBack(keys)))
                        .onFailure(failure -> !isGuess(failure))
                        .call(() -> attempts.add(keys.account(), -1, keys.windowEnd())
                                .chain(() -> giveBack(keys))
                                .onFailure()
                                .recoverWithNull()));
    }

    private Uni<Void> enter(Keys keys) {
        return attempts.of(keys.account())
                .invoke(this::mustNotWait)
                .chain(() -> take(keys.address(), policy.ofAddress(), keys.windowEnd()))
                .chain(() -> take(keys.everybody(), policy.ofEverybody(), keys.windowEnd())
                        .onFailure(Throttled.class)
                        .call(() -> attempts.add(keys.address(), -1, keys.windowEnd())))
                .chain(() -> Retrying.whileStale(() -> reserve(keys.account()))
                        .onFailure(Throttled.class)
                        .call(() -> giveBack(keys)));
    }

    private Uni<Void> reserve(String account) {
        return attempts.of(account)
                .invoke(this::mustNotWait)
                .map(failures -> failures.another(policy.ofAccount(), Instant.now(clock)))
                .flatMap(attempts::store);
    }

    private Uni<Void> take(String key, int limit, Instant end) {
        return attempts.add(key, 1, end)
                .flatMap(count -> count <= limit
                        ? Uni.createFrom().voidItem()
                        : attempts.add(key, -1, end)
                                .chain(() -> Uni.createFrom()
                                        .failure(new Throttled(Duration.between(Instant.now(clock), end)))));
    }

    private Uni<Void> giveBack(Keys keys) {
        return attempts.add(keys.address(), -1, keys.windowEnd())
                .chain(() -> attempts.add(keys.everybody(), -1, keys.windowEnd()))
                .replaceWithVoid();
    }

    private void mustNotWait(Failures failures) {
        var wait = failures.waitAt(Instant.now(clock));
        if (!wait.isZero()) {
            throw new Throttled(wait);
        }
    }

    private record Keys(String account, String address, String everybody, Instant windowEnd) {}

    private Keys keysOf(Attempt attempt) {
        var window = policy.window().toSeconds();
        var number = Instant.now(clock).getEpochSecond() / window;
        return new Keys(
                "account:" + digest(attempt.login()),
                "address:" + digest(network(attempt.address())) + ":" + number,
                "everybody:" + number,
                Instant.ofEpochSecond((number + 1) * window));
    }

    private static boolean isGuess(Throwable failure) {
        return failure instanceof Failure refused
                && (refused.kind() == Failure.Kind.UNAUTHENTICATED || refused.kind() == Failure.Kind.REFUSED);
    }

    private static String network(String address) {
        var groups = address.split(":", -1);
        return groups.length > 4 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }

    /** Whom somebody guesses at is nobody's business who reads the collection. */
    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

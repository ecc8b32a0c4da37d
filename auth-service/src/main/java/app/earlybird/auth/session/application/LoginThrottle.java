package app.earlybird.auth.session.application;

import app.earlybird.auth.session.domain.Failures;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Sha256;
import app.earlybird.kit.domain.Throttled;
import app.earlybird.kit.domain.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing: per account, per address and over all. The counters are in the database, so that they hold for every
 * instance and over a restart, and they are checked before a password is. A refresh is not throttled here: whoever is
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

    /** Fails with {@link Throttled} instead of doing the work; a failure that is no wrong guess does not count. */
    public <T> Uni<T> guard(Attempt attempt, Supplier<Uni<T>> work) {
        var keys = keysOf(attempt);
        return enter(keys)
                .chain(() -> Uni.createFrom()
                        .deferred(work::get)
                        .call(() -> attempts.delete(keys.account()).chain(() -> giveBack(keys)))
                        .onFailure(failure -> !isGuess(failure))
                        .call(() -> attempts.add(keys.account(), -1, keys.windowEnd())
                                .chain(() -> giveBack(keys))
                                .onFailure()
                                .recoverWithNull()));
    }

    private Uni<Void> enter(Keys keys) {
        return attempts.findById(keys.account(), Visibility.ALL)
                .invoke(this::mustNotWait)
                .chain(() -> take(keys.address(), policy.ofAddress(), keys.windowEnd()))
                .chain(() -> take(keys.everybody(), policy.ofEverybody(), keys.windowEnd())
                        .onFailure(Throttled.class)
                        .call(() -> attempts.add(keys.address(), -1, keys.windowEnd())))
                .chain(() -> reserve(keys.account()).onFailure(Throttled.class).call(() -> giveBack(keys)));
    }

    private Uni<Void> reserve(String account) {
        var now = Instant.now(clock);
        return attempts.insertOrUpdate(
                        account,
                        () -> Failures.none(account).reserve(policy.ofAccount(), now),
                        failures -> failures.reserve(policy.ofAccount(), now))
                .replaceWithVoid();
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

    private void mustNotWait(@Nullable Failures failures) {
        if (failures != null) {
            failures.mustNotWait(Instant.now(clock));
        }
    }

    private record Keys(String account, String address, String everybody, Instant windowEnd) {}

    /** By digests: readers of the collection do not learn whose account is attacked. */
    private Keys keysOf(Attempt attempt) {
        var window = policy.window().toSeconds();
        var number = Instant.now(clock).getEpochSecond() / window;
        return new Keys(
                "account:" + Sha256.hex(attempt.login()),
                "address:" + Sha256.hex(network(attempt.address())) + ":" + number,
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
}

package app.earlybird.auth.key;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** The keys that are there at a time, the newest first, and what each is good for. */
record KeyRing(List<SigningKey> newestFirst) {

    /** Clocks of others, and answers under way. */
    private static final Duration LEEWAY = Duration.ofMinutes(2);

    KeyRing {
        newestFirst = List.copyOf(newestFirst);
    }

    SigningKey newest() {
        return newestFirst.getFirst();
    }

    /** The one to sign with: the newest whose time has come; the very first at once. */
    SigningKey current(Instant now) {
        return newestFirst.stream()
                .filter(key -> !now.isBefore(key.activeFrom()))
                .findFirst()
                .orElseGet(newestFirst::getLast);
    }

    /** The current one, those to come, and each one before as long as a token signed with it may live. */
    List<SigningKey> published(Instant now, Duration tokenLife) {
        var until = tokenLife.plus(LEEWAY);
        return IntStream.range(0, newestFirst.size())
                .filter(i -> i == 0
                        || now.isBefore(newestFirst.get(i - 1).activeFrom().plus(until)))
                .mapToObj(newestFirst::get)
                .toList();
    }

    /** Whether there is none that waits for its time, and the newest has served its period. */
    boolean isDue(Instant now, Duration period) {
        return !isWaiting(now) && !now.isBefore(newest().createdAt().plus(period));
    }

    boolean isWaiting(Instant now) {
        return now.isBefore(newest().activeFrom());
    }
}

package app.earlybird.kit.http;

import app.earlybird.kit.domain.Throttled;
import app.earlybird.kit.usecase.CallLimits;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/** A token bucket for each limit and caller; a caller who was quiet for a while has a full one again. */
@ApplicationScoped
class BucketLimits implements CallLimits {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final long MOST_CALLERS = 100_000;

    private record Key(String limit, String caller) {}

    private final Cache<Key, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(WINDOW.multipliedBy(2))
            .maximumSize(MOST_CALLERS)
            .build();
    private final Config config;

    BucketLimits(Config config) {
        this.config = config;
    }

    @Override
    public void take(String limit, String caller) {
        var probe = buckets.get(new Key(limit, caller), this::full).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new Throttled(
                    "too_many_requests",
                    "Too many requests of this kind, wait before the next one",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket full(Key key) {
        long perMinute = config.getValue("earlybird.limits." + key.limit(), Long.class);
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                .build();
    }
}

package app.earlybird.local.stack;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Bodies as they arrive: a service is asked only once one is whole, so that a slow client holds no connection of it. Of one
 * address only so many may be under way: what they hold is bounded. Everything here runs on one event loop.
 */
final class Uploads {

    static final long MOST_BYTES = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_OF_ADDRESS = 1000;

    /** Why a body is not read on. */
    static final class Refused extends RuntimeException {

        private final int status;
        private final String code;

        Refused(int status, String code, String detail) {
            super(detail, null, false, false);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        String code() {
            return code;
        }
    }

    private final Vertx vertx;
    private final Map<String, Integer> underWay = new HashMap<>();

    Uploads(Vertx vertx) {
        this.vertx = vertx;
    }

    static Refused tooLarge() {
        return new Refused(413, "too_large", "A body may have " + MOST_BYTES + " bytes");
    }

    /** Fails with {@link Refused}. */
    Future<Buffer> read(HttpServerRequest request) {
        var address = request.remoteAddress().hostAddress();
        if (underWay.getOrDefault(address, 0) >= MOST_OF_ADDRESS) {
            return Future.failedFuture(
                    new Refused(429, "too_many_uploads", "Too many bodies from this address are under way"));
        }
        underWay.merge(address, 1, Integer::sum);
        var whole = Promise.<Buffer>promise();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > MOST_BYTES) {
                whole.tryFail(tooLarge());
            } else if (!whole.future().isComplete()) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> whole.tryComplete(body));
        request.exceptionHandler(gone -> whole.tryFail(new Refused(400, "body_incomplete", "The body ended early")));
        var timer = vertx.setTimer(PATIENCE.toMillis(), late -> whole.tryFail(tooSlow()));
        request.resume();
        return whole.future().onComplete(done -> {
            vertx.cancelTimer(timer);
            underWay.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
        });
    }

    private static Refused tooSlow() {
        return new Refused(408, "request_timeout", "The body did not arrive in time");
    }
}

package app.earlybird.local.stack;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Bodies as they arrive: a service is asked only once one is whole, so that a slow client holds no connection of it. Of one
 * address only so many may be under way; one more ends the oldest. Everything here runs on one event loop.
 */
final class Uploads {

    static final long MOST_BYTES = 64 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_OF_ADDRESS = 64;

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
    private final Map<String, Deque<Promise<Buffer>>> underWay = new HashMap<>();

    Uploads(Vertx vertx) {
        this.vertx = vertx;
    }

    static Refused tooLarge() {
        return new Refused(413, "too_large", "A body may have " + MOST_BYTES + " bytes");
    }

    /** Fails with {@link Refused}. */
    Future<Buffer> read(HttpServerRequest request) {
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
        var address = request.remoteAddress().hostAddress();
        begin(address, whole);
        request.resume();
        return whole.future().onComplete(done -> {
            vertx.cancelTimer(timer);
            end(address, whole);
        });
    }

    private void begin(String address, Promise<Buffer> upload) {
        var ofAddress = underWay.computeIfAbsent(address, first -> new ArrayDeque<>());
        ofAddress.addLast(upload);
        if (ofAddress.size() > MOST_OF_ADDRESS) {
            ofAddress.getFirst().tryFail(tooSlow());
        }
    }

    private void end(String address, Promise<Buffer> upload) {
        underWay.computeIfPresent(address, (key, ofAddress) -> {
            ofAddress.remove(upload);
            return ofAddress.isEmpty() ? null : ofAddress;
        });
    }

    private static Refused tooSlow() {
        return new Refused(408, "request_timeout", "The body did not arrive in time");
    }
}

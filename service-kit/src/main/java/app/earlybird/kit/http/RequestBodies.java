package app.earlybird.kit.http;

import app.earlybird.kit.web.Problem;
import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Reads every body whole on the event loop before anything is done for it, so that a slow client holds no thread: its
 * encoding and size are checked first, and one that takes too long is cut off. What the server itself would refuse without a
 * word is a problem here.
 */
@ApplicationScoped
class RequestBodies {

    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final int TIMEOUT = 408;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;

    private final long most;
    private final Duration patience;

    /**
     * @param most bytes of a body
     * @param patience how long a whole body may take
     */
    RequestBodies(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            @ConfigProperty(name = "earlybird.http.body-timeout") Duration patience) {
        this.most = most.asLongValue();
        this.patience = patience;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL_OTHERS);
    }

    private void handle(RoutingContext context) {
        var headers = context.request().headers();
        var encoding = headers.get(HttpHeaders.CONTENT_ENCODING);
        var coding = headers.get(HttpHeaders.TRANSFER_ENCODING);
        if ((encoding != null && !encoding.equalsIgnoreCase("identity"))
                || (coding != null && !coding.strip().equalsIgnoreCase("chunked"))) {
            refuse(context, UNSUPPORTED, "unsupported_content_encoding", "Send the body as it is, without an encoding");
        } else if (lengthOf(headers.get(HttpHeaders.CONTENT_LENGTH)) > most) {
            refuseTooLarge(context);
        } else if (headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING)) {
            read(context);
        } else {
            context.next();
        }
    }

    private void read(RoutingContext context) {
        var request = context.request();
        var body = Buffer.buffer();
        var timer = context.vertx().setTimer(patience.toMillis(), late -> refuseTooSlow(context));
        request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
        request.endHandler(complete -> {
            context.vertx().cancelTimer(timer);
            ((RoutingContextInternal) context).setBody(body);
            context.next();
        });
        request.handler(part -> {
            body.appendBuffer(part);
            if (body.length() > most) {
                context.vertx().cancelTimer(timer);
                ignoreRest(request);
                refuseTooLarge(context);
            }
        });
        request.resume();
    }

    private static void ignoreRest(HttpServerRequest request) {
        request.handler(rest -> {});
        request.endHandler(end -> {});
    }

    private void refuseTooSlow(RoutingContext context) {
        ignoreRest(context.request());
        refuse(context, TIMEOUT, "request_timeout", "The body did not arrive within " + patience.toSeconds() + " s");
    }

    private void refuseTooLarge(RoutingContext context) {
        refuse(context, TOO_LARGE, "too_large", "A body may have " + most + " bytes");
    }

    /** Closes the connection: what of the body is still to come is not wanted. */
    private static void refuse(RoutingContext context, int status, String code, String detail) {
        Log.infof("Refused a body: %d %s", status, code);
        var problem = new JsonObject()
                .put("type", Problem.TYPE_PREFIX + code)
                .put("title", Problem.title(status))
                .put("status", status)
                .put("detail", detail)
                .put("instance", context.request().path())
                .put("code", code);
        context.response()
                .setStatusCode(status)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem.toBuffer());
    }

    /** What is no number is refused by the server before it comes here. */
    private static long lengthOf(@Nullable String length) {
        return length == null ? 0 : Long.parseLong(length);
    }
}

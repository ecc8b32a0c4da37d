package app.earlybird.kit.runtime;

import app.earlybird.kit.domain.Ids;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * What the work at hand belongs to: the W3C trace, the correlation that goes from event to event, and the event that
 * caused it. Kept where the log finds it; Quarkus ties that to the request or message, not to the thread.
 */
public record Trace(
        String traceId, String correlationId, @Nullable String causationId) {

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    public static Trace current() {
        var trace = MDC.get("trace_id");
        var correlation = MDC.get("correlation_id");
        var causation = MDC.get("causation_id");
        var id = trace == null ? newTraceId() : trace.toString();
        return new Trace(
                id, correlation == null ? id : correlation.toString(), causation == null ? null : causation.toString());
    }

    /** What cannot be read of the given headers is made anew. */
    public static Trace begin(@Nullable String traceparent, @Nullable String correlation, @Nullable String causation) {
        var matcher = TRACEPARENT.matcher(traceparent == null ? "" : traceparent);
        var traceId = matcher.matches() ? matcher.group(1) : newTraceId();
        var given = correlation == null ? "" : correlation;
        var trace = new Trace(traceId, CORRELATION.matcher(given).matches() ? given : traceId, causation);
        MDC.put("trace_id", trace.traceId());
        MDC.put("correlation_id", trace.correlationId());
        if (causation == null) {
            MDC.remove("causation_id");
        } else {
            MDC.put("causation_id", causation);
        }
        return trace;
    }

    public String traceparent() {
        return "00-" + traceId + "-" + newTraceId().substring(16) + "-01";
    }

    private static String newTraceId() {
        return Ids.next().replace("-", "");
    }
}

package app.earlybird.kit.client;

import app.earlybird.kit.domain.Failure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.UnaryOperator;

/** What the failure of a call to another service means to our caller. */
public final class Remote {

    private static final int CONFLICT = 409;
    private static final ObjectMapper PROBLEMS = new ObjectMapper();

    private Remote() {}

    public static boolean isNotFound(Throwable failure) {
        return answered(failure, 404);
    }

    public static boolean answered(Throwable failure, int status) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == status;
    }

    /**
     * What is not a refusal of ours yet. A conflict there is one for our caller, too, by the code it has there; otherwise the
     * other service is away, slow, or answers what it should not.
     */
    public static <T> UnaryOperator<Uni<T>> orUnavailable(String service) {
        return uni -> uni.onFailure(failure -> !(failure instanceof Failure)).transform(failure -> {
            if (answered(failure, CONFLICT)) {
                return conflict((WebApplicationException) failure, service);
            }
            Log.warnf("%s does not answer: %s", service, failure.toString());
            return Failure.unavailable("dependency_unavailable", service + " does not answer, try again");
        });
    }

    /** Its code, where it answers a problem. */
    public static Failure conflict(WebApplicationException answer, String service) {
        var problem = problemOf(answer.getResponse());
        var code = problem.path("code").asText("dependency_conflict");
        return new Failure(
                Failure.Kind.CONFLICT,
                code,
                service + ": " + problem.path("detail").asText("it conflicts with what is there"));
    }

    private static JsonNode problemOf(Response answer) {
        try {
            return answer.hasEntity() ? PROBLEMS.readTree(answer.readEntity(String.class)) : MissingNode.getInstance();
        } catch (JsonProcessingException | ProcessingException | IllegalStateException unreadable) {
            return MissingNode.getInstance();
        }
    }
}

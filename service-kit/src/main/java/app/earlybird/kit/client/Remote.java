package app.earlybird.kit.client;

import app.earlybird.kit.domain.Failure;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.UnaryOperator;

/** What the failure of a call to another service means to our caller. */
public final class Remote {

    private Remote() {}

    public static boolean isNotFound(Throwable failure) {
        return answered(failure, 404);
    }

    public static boolean answered(Throwable failure, int status) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == status;
    }

    /** Everything that is not a refusal of ours yet: the other service is away, slow, or answers what it should not. */
    public static <T> UnaryOperator<Uni<T>> orUnavailable(String service) {
        return uni -> uni.onFailure(failure -> !(failure instanceof Failure)).transform(failure -> {
            Log.warnf("%s does not answer: %s", service, failure.toString());
            return Failure.unavailable("dependency_unavailable", service + " does not answer, try again");
        });
    }
}

package app.earlybird.kit.web;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.mongo.MongoErrors;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.mongodb.MongoException;
import io.quarkus.logging.Log;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place that turns what went wrong into an answer. */
class FailureMapper {

    @ServerExceptionMapper
    public Response refused(Failure failure, UriInfo uri) {
        return Problem.of(failure, uri);
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException violations, UriInfo uri) {
        return refused(FieldErrors.of(violations), uri);
    }

    /** Beside the general one, because the framework has a mapper of its own for this. */
    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException failure, UriInfo uri) {
        return refused(FieldErrors.of(failure), uri);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException failure, UriInfo uri) {
        if (failure.getCause() instanceof NumberFormatException) {
            return refused(Failure.invalid("query", "a parameter that must be a number is none"), uri);
        }
        var unreadable = FieldErrors.inBodyOf(failure);
        return unreadable != null ? refused(unreadable, uri) : WebAnswers.of(failure.getResponse(), uri);
    }

    @ServerExceptionMapper
    public Response database(MongoException failure, UriInfo uri) {
        if (!MongoErrors.isTransient(failure)) {
            return unexpected(failure, uri);
        }
        Log.warnf("Database away: %s", failure.getClass().getSimpleName());
        return refused(Failure.unavailable("database_unavailable", "The database does not answer, try again"), uri);
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure, UriInfo uri) {
        var unreadable = FieldErrors.inBodyOf(failure);
        if (unreadable != null) {
            return refused(unreadable, uri);
        }
        Log.errorf(failure, "Unexpected failure of %s", uri.getPath());
        return Problem.of(500, "unexpected", "Something went wrong here, not in your request", List.of(), uri)
                .build();
    }
}

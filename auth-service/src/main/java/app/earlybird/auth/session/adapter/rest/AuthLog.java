package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.session.application.OpenSession;
import app.earlybird.kit.domain.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;

/** Who tried what, from where, and what came of it; never with what. */
@ApplicationScoped
class AuthLog {

    private final MeterRegistry meters;

    AuthLog(MeterRegistry meters) {
        this.meters = meters;
    }

    UnaryOperator<Uni<OpenSession.Opened>> of(String step, String address) {
        return opening -> opening.invoke(opened -> {
                    Log.infof("%s of account %s from %s", step, opened.account().id(), address);
                    count(step, "done");
                })
                .onFailure(Failure.class)
                .invoke(failure -> {
                    var code = failure.code();
                    Log.infof("%s refused from %s: %s", step, address, code);
                    count(step, code);
                });
    }

    private void count(String step, String result) {
        meters.counter("earlybird.auth.attempts", "step", step, "result", result)
                .increment();
    }
}

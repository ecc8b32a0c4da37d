package app.earlybird.auth.runtime;

import app.earlybird.auth.account.application.EnsureFirstAdmin;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** At start, and again until it worked: the database may come later than this service. */
@ApplicationScoped
class FirstAdminAtStart {

    private final EnsureFirstAdmin ensure;
    private final AuthConfig config;
    private volatile boolean done;

    FirstAdminAtStart(EnsureFirstAdmin ensure, AuthConfig config) {
        this.ensure = ensure;
        this.config = config;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> ensure() {
        var admin = config.firstAdmin();
        if (done || admin.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return ensure.handle(admin.get().email(), admin.get().password())
                .invoke(() -> done = true)
                .onFailure()
                .invoke(failure -> Log.warnf("First admin not checked yet: %s", failure.toString()))
                .onFailure()
                .recoverWithNull();
    }
}

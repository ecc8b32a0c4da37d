package app.earlybird.customer.runtime;

import app.earlybird.customer.register.application.RepairLinks;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Every instance looks on its own: to tell twice does no harm. */
@ApplicationScoped
class LinkRepair {

    private final RepairLinks repairLinks;

    LinkRepair(RepairLinks repairLinks) {
        this.repairLinks = repairLinks;
    }

    @Scheduled(
            every = "{earlybird.customer.link-repair}",
            delayed = "{earlybird.customer.link-repair}",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return repairLinks
                .handle()
                .invoke(found -> {
                    if (!found.retold().isEmpty() || !found.orphans().isEmpty()) {
                        Log.warnf(
                                "Of %d links, told again: %s; users of no customer: %s",
                                found.compared(), found.retold(), found.orphans());
                    }
                })
                .onFailure()
                .invoke(failure -> Log.warnf("Links not compared: %s", failure.toString()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}

package app.earlybird.customer.runtime;

import app.earlybird.customer.link.application.RepairLinks;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Every instance compares on its own: to publish twice does no harm. */
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
                    if (!found.republished().isEmpty() || !found.orphanedUsers().isEmpty()) {
                        Log.warnf(
                                "Compared %d links; published again: %s; users without a customer: %s",
                                found.linksCompared(), found.republished(), found.orphanedUsers());
                    }
                })
                .onFailure()
                .invoke(failure -> Log.warnf("The links were not compared: %s", failure.toString()))
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }
}

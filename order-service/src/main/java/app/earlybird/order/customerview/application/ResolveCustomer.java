package app.earlybird.order.customerview.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.kit.domain.Failure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The customer as the newest event shows it; customer-service is asked once when there was none yet. */
@ApplicationScoped
public class ResolveCustomer {

    private final CustomerRefs refs;
    private final CustomerDirectory directory;

    ResolveCustomer(CustomerRefs refs, CustomerDirectory directory) {
        this.refs = refs;
        this.directory = directory;
    }

    public Uni<CustomerRef> handle(String customerId) {
        return refs.findByCustomerId(customerId).onItem().ifNull().switchTo(() -> askOnce(customerId));
    }

    private Uni<CustomerRef> askOnce(String customerId) {
        return directory
                .findById(customerId)
                .plug(orFail(() -> new Failure(
                        Failure.Kind.REFUSED, "customer_not_found", "The customer of this login does not exist")))
                .call(refs::replaceOlder);
    }
}

package app.earlybird.order.customerview.application;

import static app.earlybird.kit.usecase.Unis.orFail;

import app.earlybird.kit.domain.Failure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The customer as last heard of; asked for once when never heard of, and never guessed. */
@ApplicationScoped
public class KnowCustomer {

    private final CustomerRefs refs;
    private final CustomerDirectory directory;

    KnowCustomer(CustomerRefs refs, CustomerDirectory directory) {
        this.refs = refs;
        this.directory = directory;
    }

    public Uni<CustomerRef> handle(String customerId) {
        return refs.find(customerId).onItem().ifNull().switchTo(() -> ask(customerId));
    }

    private Uni<CustomerRef> ask(String customerId) {
        return directory
                .ask(customerId)
                .plug(orFail(() -> new Failure(
                        Failure.Kind.REFUSED, "customer_not_found", "The customer of this login does not exist")))
                .call(refs::remember);
    }
}

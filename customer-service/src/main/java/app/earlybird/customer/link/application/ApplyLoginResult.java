package app.earlybird.customer.link.application;

import app.earlybird.customer.register.application.Customers;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.AggregateStore.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** The answer of auth-service moves the link. */
@ApplicationScoped
public class ApplyLoginResult {

    /**
     * @param conflictCode null when the user is the customer's now
     * @param answeredSequence of the customer's state that it answers
     */
    public record Answer(
            String customerId, String userId, @Nullable String conflictCode, long answeredSequence) {}

    private final Customers customers;

    ApplyLoginResult(Customers customers) {
        this.customers = customers;
    }

    /** False when an answer to this state, or a newer one, was applied before, and when the customer does not exist. */
    public Uni<Boolean> handle(Answer answer) {
        return apply(answer, answer.conflictCode())
                .onFailure(ApplyLoginResult::isLinkedElsewhere)
                .recoverWithUni(refused -> apply(answer, ((Failure) refused).code()))
                .onFailure(ApplyLoginResult::isMissing)
                .recoverWithItem(false);
    }

    private Uni<Boolean> apply(Answer answer, @Nullable String conflictCode) {
        return customers
                .update(
                        answer.customerId(),
                        Visibility.ALL,
                        customer -> CustomerLife.answered(
                                customer, answer.userId(), conflictCode, answer.answeredSequence()))
                .map(Updated::changed);
    }

    private static boolean isLinkedElsewhere(Throwable failure) {
        return failure instanceof Failure refused && refused.code().equals(Customers.USER_LINKED_ELSEWHERE);
    }

    private static boolean isMissing(Throwable failure) {
        return failure instanceof Failure refused && refused.kind() == Failure.Kind.NOT_FOUND;
    }
}

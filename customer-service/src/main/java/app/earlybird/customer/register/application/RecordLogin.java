package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.usecase.Retrying;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** What auth-service answered moves the link. */
@ApplicationScoped
public class RecordLogin {

    /**
     * @param conflictCode null when the user is the customer's now
     * @param answeredSequence of the customer's state that it answers
     */
    public record Answer(
            String customerId, String userId, @Nullable String conflictCode, long answeredSequence) {}

    /** The user belongs to another customer on this side. */
    public static final String LINKED_ELSEWHERE = "user_linked_elsewhere";

    private final Customers customers;

    RecordLogin(Customers customers) {
        this.customers = customers;
    }

    /** False when an answer to this state, or a newer one, was recorded before. */
    public Uni<Boolean> handle(Answer answer) {
        var answered = new Customers.Answered(answer.answeredSequence());
        return Retrying.whileStale(() -> customers
                .unanswered(answer.customerId(), answered)
                .flatMap(customer -> customer == null
                        ? Uni.createFrom().item(false)
                        : record(customer, answer, answered).replaceWith(true)));
    }

    private Uni<Customer> record(Customer customer, Answer answer, Customers.Answered answered) {
        return customers
                .storeAnswer(CustomerLife.answered(customer, answer.userId(), answer.conflictCode()), answered)
                .onFailure(RecordLogin::isLinkedElsewhere)
                .recoverWithUni(() -> customers.storeAnswer(
                        CustomerLife.answered(customer, answer.userId(), LINKED_ELSEWHERE), answered));
    }

    private static boolean isLinkedElsewhere(Throwable failure) {
        return failure instanceof Failure refused && refused.code().equals(LINKED_ELSEWHERE);
    }
}

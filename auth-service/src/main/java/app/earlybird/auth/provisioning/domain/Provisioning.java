package app.earlybird.auth.provisioning.domain;

import app.earlybird.auth.account.domain.CustomerState;
import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest state of a customer that changed no account, and the conflict it was answered with.
 *
 * @param conflictCode null where the customer needs no account
 */
public record Provisioning(
        String customerId,
        @Nullable String userId,
        @Nullable String conflictCode,
        AggregateMeta meta) implements Aggregate {

    private static final String CUSTOMER = "customer";

    /** An unlinked customer: nothing to answer, but older states must not be applied any more. */
    public static Decision<Provisioning, LoginProvisioned> unlinked(AggregateMeta meta, CustomerState customer) {
        var next = meta.with(CUSTOMER, customer.sequence());
        return Decision.silent(new Provisioning(customer.id(), null, null, next));
    }

    public static Decision<Provisioning, LoginProvisioned> conflict(
            AggregateMeta meta, CustomerState customer, String code) {
        var next = meta.with(CUSTOMER, customer.sequence());
        var user = String.valueOf(customer.targetUserId());
        return Decision.of(
                new Provisioning(customer.id(), user, code, next),
                List.of(LoginProvisioned.conflict(customer, user, code)));
    }

    @Override
    public String businessKey() {
        return customerId;
    }

    /** Whether this state, or a newer one, is recorded here. */
    public boolean hasSeen(CustomerState customer) {
        return meta.hasApplied(CUSTOMER, customer.sequence());
    }
}

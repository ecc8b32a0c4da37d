package app.earlybird.auth.account.application;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.kit.domain.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The caller's own account with the customer it belongs to. */
@ApplicationScoped
public class FindAccount {

    /** Whether there is a customer, and whether it could be shown. */
    public enum CustomerStatus {
        NONE,
        LINKED,
        MISSING,
        UNAVAILABLE
    }

    /** The customer as customer-service shows it to the caller. */
    public record CustomerView(
            CustomerStatus status, @Nullable Map<String, Object> document) {}

    public record Me(Account account, CustomerView customer) {}

    private final Accounts accounts;
    private final CustomerDirectory customers;

    FindAccount(Accounts accounts, CustomerDirectory customers) {
        this.accounts = accounts;
        this.customers = customers;
    }

    /** @param bearer the caller's own token: the customer is shown as far as the caller may see it */
    public Uni<Me> handle(String accountId, String bearer) {
        return accounts.getById(accountId, Visibility.ALL)
                .flatMap(account -> customerOf(account, bearer).map(customer -> new Me(account, customer)));
    }

    private Uni<CustomerView> customerOf(Account account, String bearer) {
        var customer = account.customerId();
        return customer == null
                ? Uni.createFrom().item(new CustomerView(CustomerStatus.NONE, null))
                : customers.findById(customer, bearer);
    }
}

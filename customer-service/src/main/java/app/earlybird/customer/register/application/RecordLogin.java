package app.earlybird.customer.register.application;

import app.earlybird.customer.register.domain.Customer.Login;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What auth-service answered moves the state of the login. */
@ApplicationScoped
public class RecordLogin {

    private final Customers customers;

    RecordLogin(Customers customers) {
        this.customers = customers;
    }

    public Uni<Boolean> handle(String customerId, Login login, long answeredSequence) {
        return customers.recordLogin(customerId, login, answeredSequence);
    }
}

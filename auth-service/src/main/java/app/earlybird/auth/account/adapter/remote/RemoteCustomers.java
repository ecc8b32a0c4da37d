package app.earlybird.auth.account.adapter.remote;

import app.earlybird.auth.account.application.CustomerDirectory;
import app.earlybird.auth.account.application.FindAccount.CustomerStatus;
import app.earlybird.auth.account.application.FindAccount.CustomerView;
import app.earlybird.kit.client.Remote;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

@ApplicationScoped
class RemoteCustomers implements CustomerDirectory {

    private final CustomerApi customers;

    RemoteCustomers(@RestClient CustomerApi customers) {
        this.customers = customers;
    }

    @Override
    public Uni<CustomerView> findById(String customerId, String bearer) {
        return customers
                .find(customerId, bearer)
                .map(document -> new CustomerView(CustomerStatus.LINKED, document))
                .onFailure()
                .recoverWithItem(RemoteCustomers::without);
    }

    private static CustomerView without(Throwable failure) {
        if (Remote.isNotFound(failure)) {
            return new CustomerView(CustomerStatus.MISSING, null);
        }
        Log.warnf("customer-service does not answer: %s", failure.toString());
        return new CustomerView(CustomerStatus.UNAVAILABLE, null);
    }
}

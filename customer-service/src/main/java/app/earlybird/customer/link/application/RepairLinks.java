package app.earlybird.customer.link.application;

import app.earlybird.customer.register.application.Customers;
import app.earlybird.customer.register.application.Users;
import app.earlybird.customer.register.application.Users.LinkedUser;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.Pages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares both sides of every link. Where they differ the customer's state is published once more, and auth-service
 * follows it or answers with a conflict; a user whose customer does not exist is only reported. Publishing a state twice
 * does no harm.
 */
@ApplicationScoped
public class RepairLinks {

    /**
     * @param linksCompared counted from either side
     * @param republished customers whose state was published once more
     * @param orphanedUsers users of customers that do not exist
     */
    public record Result(long linksCompared, Set<String> republished, List<String> orphanedUsers) {}

    private static final class Tally {
        private long compared;
        private final Set<String> republished = new LinkedHashSet<>();
        private final List<String> orphanedUsers = new ArrayList<>();
    }

    private static final int PAGE = 50;

    private final Customers customers;
    private final Users users;

    RepairLinks(Customers customers, Users users) {
        this.customers = customers;
        this.users = users;
    }

    public Uni<Result> handle() {
        var tally = new Tally();
        var usersSide = Pages.all(users::listLinked)
                .onItem()
                .transformToUniAndConcatenate(page -> compareUsers(page.items(), tally));
        var customersSide = Pages.all(cursor -> customers.list(
                        Visibility.ALL, Customers.Filter.NONE, PageRequest.of(PAGE, cursor, "link-repair")))
                .onItem()
                .transformToUniAndConcatenate(page -> compareCustomers(page.items(), tally));
        return Multi.createBy()
                .concatenating()
                .streams(usersSide, customersSide)
                .onItem()
                .ignoreAsUni()
                .map(done -> new Result(tally.compared, tally.republished, tally.orphanedUsers));
    }

    private Uni<Void> compareUsers(List<LinkedUser> linked, Tally tally) {
        tally.compared += linked.size();
        return customers
                .findAllById(linked.stream().map(LinkedUser::customerId).toList())
                .map(found -> found.stream().collect(Collectors.toMap(Customer::id, Function.identity())))
                .invoke(found -> linked.stream()
                        .filter(user -> !found.containsKey(user.customerId()))
                        .forEach(user -> tally.orphanedUsers.add(user.userId())))
                .flatMap(found -> each(
                        linked.stream()
                                .filter(user -> found.containsKey(user.customerId()) && !isLinkedTo(user, found))
                                .map(LinkedUser::customerId),
                        id -> republish(id, tally)));
    }

    private static boolean isLinkedTo(LinkedUser user, Map<String, Customer> found) {
        var customer = found.get(user.customerId());
        return customer != null && user.userId().equals(customer.link().userId());
    }

    private Uni<Void> compareCustomers(List<Customer> page, Tally tally) {
        var linked = page.stream()
                .filter(customer -> customer.link().userId() != null)
                .toList();
        tally.compared += linked.size();
        return users.findByCustomers(linked.stream().map(Customer::id).toList())
                .map(found -> found.stream().collect(Collectors.toMap(LinkedUser::customerId, LinkedUser::userId)))
                .flatMap(found -> each(linked.stream(), customer -> compare(customer, found, tally)));
    }

    private Uni<Void> compare(Customer customer, Map<String, String> found, Tally tally) {
        var userId = Objects.requireNonNull(customer.link().userId());
        if (!userId.equals(found.get(customer.id()))) {
            return republish(customer.id(), tally);
        }
        return customer.link().state() == Link.State.PROVISIONING
                ? customers
                        .update(customer.id(), Visibility.ALL, current -> CustomerLife.settled(current, userId))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> republish(String customerId, Tally tally) {
        return customers
                .update(customerId, Visibility.ALL, CustomerLife::republished)
                .invoke(() -> tally.republished.add(customerId))
                .replaceWithVoid();
    }

    private static <T> Uni<Void> each(Stream<T> some, Function<T, Uni<Void>> work) {
        return Multi.createFrom()
                .items(some)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .onItem()
                .ignoreAsUni();
    }
}

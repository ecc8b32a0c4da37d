package app.earlybird.customer.register.application;

import app.earlybird.customer.register.application.Users.LinkedUser;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.customer.register.domain.CustomerLife;
import app.earlybird.customer.register.domain.Link;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.StaleVersion;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares both sides of every link. Where they differ the customer's side is told once more, and auth-service follows
 * it or answers with a conflict; a user whose customer does not exist is only reported. To tell twice does no harm.
 */
@ApplicationScoped
public class RepairLinks {

    /**
     * What was found.
     *
     * @param compared links looked at, from either side
     * @param retold customers whose state was published once more
     * @param orphans users of customers that do not exist
     */
    public record Findings(long compared, Set<String> retold, List<String> orphans) {}

    private static final class Tally {

        private long compared;
        private final Set<String> retold = new LinkedHashSet<>();
        private final List<String> orphans = new ArrayList<>();
    }

    private static final int PAGE = 50;

    private final Customers customers;
    private final Users users;

    RepairLinks(Customers customers, Users users) {
        this.customers = customers;
        this.users = users;
    }

    public Uni<Findings> handle() {
        return Uni.createFrom()
                .item(Tally::new)
                .flatMap(tally -> usersFrom(null, tally)
                        .chain(() -> customersFrom(null, tally))
                        .map(done -> new Findings(tally.compared, tally.retold, tally.orphans)));
    }

    private Uni<Void> usersFrom(@Nullable String cursor, Tally tally) {
        return users.linked(cursor)
                .flatMap(page ->
                        compareUsers(page.items(), tally).chain(() -> next(page, after -> usersFrom(after, tally))));
    }

    private Uni<Void> customersFrom(@Nullable String cursor, Tally tally) {
        return customers
                .list(Sight.EVERYTHING, Customers.Filter.NONE, PageRequest.of(PAGE, cursor, "link-repair"))
                .flatMap(page -> compareCustomers(page.items(), tally)
                        .chain(() -> next(page, after -> customersFrom(after, tally))));
    }

    private static <T> Uni<Void> next(Page<T> page, Function<String, Uni<Void>> go) {
        var cursor = page.nextCursor();
        return cursor == null ? Uni.createFrom().voidItem() : go.apply(cursor);
    }

    private Uni<Void> compareUsers(List<LinkedUser> linked, Tally tally) {
        tally.compared += linked.size();
        return customers
                .withIds(linked.stream().map(LinkedUser::customerId).toList())
                .map(found -> found.stream().collect(Collectors.toMap(Customer::id, Function.identity())))
                .flatMap(found -> {
                    var differing = new ArrayList<Customer>();
                    for (var user : linked) {
                        var customer = found.get(user.customerId());
                        if (customer == null) {
                            tally.orphans.add(user.userId());
                        } else if (!user.userId().equals(customer.link().userId())) {
                            differing.add(customer);
                        }
                    }
                    return retell(differing, tally);
                });
    }

    private Uni<Void> compareCustomers(List<Customer> page, Tally tally) {
        var linked = page.stream()
                .filter(customer -> customer.link().userId() != null)
                .toList();
        tally.compared += linked.size();
        return users.ofCustomers(linked.stream().map(Customer::id).toList())
                .map(there -> there.stream().collect(Collectors.toMap(LinkedUser::customerId, LinkedUser::userId)))
                .flatMap(there -> retell(
                                linked.stream()
                                        .filter(customer -> !Objects.equals(
                                                there.get(customer.id()),
                                                customer.link().userId()))
                                        .toList(),
                                tally)
                        .chain(() -> settle(linked.stream()
                                .filter(customer -> Objects.equals(
                                        there.get(customer.id()),
                                        customer.link().userId()))
                                .filter(customer -> customer.link().state() == Link.State.PROVISIONING)
                                .toList())));
    }

    private Uni<Void> retell(List<Customer> differing, Tally tally) {
        return each(
                differing,
                customer -> customers
                        .store(CustomerLife.repeated(customer), null)
                        .invoke(() -> tally.retold.add(customer.id()))
                        .replaceWithVoid());
    }

    /** Both sides agree, only the answer is missing. */
    private Uni<Void> settle(List<Customer> agreed) {
        return each(
                agreed,
                customer ->
                        customers.store(CustomerLife.settled(customer), null).replaceWithVoid());
    }

    /** Somebody who changed it meanwhile has told of it. */
    private static Uni<Void> each(List<Customer> some, Function<Customer, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(customer ->
                        work.apply(customer).onFailure(StaleVersion.class).recoverWithNull())
                .collect()
                .asList()
                .replaceWithVoid();
    }
}

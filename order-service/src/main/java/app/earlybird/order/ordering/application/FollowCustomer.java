package app.earlybird.order.ordering.application;

import app.earlybird.kit.domain.Failure;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.domain.Visibility;
import app.earlybird.kit.usecase.Pages;
import app.earlybird.order.customerview.application.CustomerFollower;
import app.earlybird.order.customerview.application.CustomerRef;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.OrderRefused;
import app.earlybird.order.ordering.domain.OrderStatus;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Her open orders follow the customer (decision 21). Reactivating revives none. */
@ApplicationScoped
class FollowCustomer implements CustomerFollower {

    private static final int PAGE = 50;

    private final Orders orders;
    private final CancelOrder cancelOrder;
    private final Clock clock;

    FollowCustomer(Orders orders, CancelOrder cancelOrder, Clock clock) {
        this.orders = orders;
        this.cancelOrder = cancelOrder;
        this.clock = clock;
    }

    @Override
    public Uni<List<String>> follow(CustomerRef customer) {
        if (customer.isErased()) {
            return cancelOpen(customer.customerId(), "the customer is erased")
                    .call(() -> forgetPerson(customer.customerId()));
        }
        if (customer.isDeactivated()) {
            return cancelOpen(customer.customerId(), "the customer is deactivated");
        }
        var boy = customer.deliveryBoyId();
        return boy == null
                ? Uni.createFrom().item(List.of())
                : forOpen(customer.customerId(), order -> assign(order, boy));
    }

    private Uni<List<String>> cancelOpen(String customerId, String reason) {
        return forOpen(
                customerId,
                order -> cancelOrder
                        .bySystem(order.id(), reason)
                        .replaceWithVoid()
                        .onFailure(FollowCustomer::isDelivered)
                        .recoverWithNull());
    }

    private Uni<Void> assign(Order order, String boy) {
        return boy.equals(order.plan().deliveryBoyId())
                ? Uni.createFrom().voidItem()
                : orders.update(order.id(), Visibility.ALL, current -> current.assign(boy))
                        .replaceWithVoid();
    }

    private Uni<Void> forgetPerson(String customerId) {
        return Pages.all(cursor -> orders.listByCustomer(customerId, PageRequest.of(PAGE, cursor, "erase", customerId)))
                .onItem()
                .transformToUniAndConcatenate(page -> each(
                        page.items(),
                        order -> orders.update(order.id(), Visibility.ALL, Order::withoutPerson)
                                .replaceWithVoid()))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<List<String>> forOpen(String customerId, Function<Order, Uni<Void>> work) {
        return orders.findOpen(customerId, Order.firstDeliverable(LocalDate.now(clock)))
                .flatMap(open -> each(open, work));
    }

    /** One after the other; those that end in a conflict are answered, and stop no other. */
    private static Uni<List<String>> each(List<Order> some, Function<Order, Uni<Void>> work) {
        return Multi.createFrom()
                .iterable(some)
                .onItem()
                .transformToUniAndConcatenate(order -> work.apply(order)
                        .replaceWith(Optional.<String>empty())
                        .onFailure(FollowCustomer::isConflict)
                        .recoverWithItem(Optional.of(order.id())))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .collect()
                .asList();
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof Failure refused && refused.kind() == Failure.Kind.CONFLICT;
    }

    /** It was delivered before: what happened at the door is a fact. */
    private static boolean isDelivered(Throwable failure) {
        return failure instanceof Failure refused
                && refused.code()
                        .equals(OrderRefused.notCancellable(OrderStatus.DELIVERED)
                                .code());
    }
}

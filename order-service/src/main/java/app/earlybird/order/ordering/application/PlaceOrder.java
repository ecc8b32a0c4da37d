package app.earlybird.order.ordering.application;

import app.earlybird.order.catalogue.application.Products;
import app.earlybird.order.catalogue.domain.Product;
import app.earlybird.order.customerview.application.CustomerFollower;
import app.earlybird.order.customerview.application.CustomerRef;
import app.earlybird.order.customerview.application.ResolveCustomer;
import app.earlybird.order.ordering.domain.Order;
import app.earlybird.order.ordering.domain.Order.Buyer;
import app.earlybird.order.ordering.domain.Order.Origin;
import app.earlybird.order.ordering.domain.Order.Plan;
import app.earlybird.order.ordering.domain.Order.Shift;
import app.earlybird.order.ordering.domain.OrderLine;
import app.earlybird.order.ordering.domain.OrderLine.Offer;
import app.earlybird.order.ordering.domain.OrderRefused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A customer orders for one day, at the server's prices. */
@ApplicationScoped
public class PlaceOrder {

    /** @param digest of the request when it carries an idempotency key; then the id follows from the key */
    public record Command(String id, @Nullable String digest, String customerId, Wish wish) {}

    public record Wish(
            List<WishedLine> lines,
            LocalDate deliveryDate,
            Shift shift,
            @Nullable String addressId,
            @Nullable String notes) {}

    public record WishedLine(String productId, BigDecimal quantity) {}

    private final ResolveCustomer resolveCustomer;
    private final Products products;
    private final Orders orders;
    private final CustomerFollower follower;
    private final Clock clock;

    PlaceOrder(
            ResolveCustomer resolveCustomer, Products products, Orders orders, CustomerFollower follower, Clock clock) {
        this.resolveCustomer = resolveCustomer;
        this.products = products;
        this.orders = orders;
        this.follower = follower;
        this.clock = clock;
    }

    /** The order, or the one the same keyed request made before; the caller compares the digests. */
    public Uni<Order> handle(Command command) {
        return command.digest() == null
                ? placeNew(command)
                : orders.findById(command.id(), OrderVisibility.ofCustomer(command.customerId()))
                        .onItem()
                        .ifNull()
                        .switchTo(() -> placeNew(command));
    }

    private Uni<Order> placeNew(Command command) {
        return resolveCustomer
                .handle(command.customerId())
                .flatMap(
                        customer -> priced(command.wish(), customer).flatMap(lines -> place(command, customer, lines)));
    }

    private Uni<Order> place(Command command, CustomerRef customer, List<OrderLine> lines) {
        if (!customer.mayOrder()) {
            throw OrderRefused.customerMayNotOrder(customer.status());
        }
        var buyer = new Buyer(customer.customerId(), customer.userId());
        var origin = Origin.oneTime(Instant.now(clock), command.digest());
        var plan = plan(command.wish(), customer);
        var placed = Order.place(command.id(), buyer, plan, lines, origin, LocalDate.now(clock));
        return orders.insertOrGet(placed, OrderVisibility.ofCustomer(customer.customerId()))
                .call(order -> followIfChanged(customer));
    }

    /** What changed the customer while she ordered did not see this order. */
    private Uni<Void> followIfChanged(CustomerRef asRead) {
        return resolveCustomer.handle(asRead.customerId()).flatMap(now -> {
            if (now.sequence() == asRead.sequence()) {
                return Uni.createFrom().voidItem();
            }
            return follower.follow(now)
                    .invoke(() -> {
                        if (now.isDeactivated()) {
                            throw OrderRefused.customerMayNotOrder(now.status());
                        }
                    })
                    .replaceWithVoid();
        });
    }

    private static Plan plan(Wish wish, CustomerRef customer) {
        var address = customer.address(wish.addressId()).orElseThrow(OrderRefused::unknownAddress);
        return new Plan(
                wish.deliveryDate(),
                wish.shift(),
                address.id(),
                address.address(),
                customer.deliveryBoyId(),
                wish.notes());
    }

    private Uni<List<OrderLine>> priced(Wish wish, CustomerRef customer) {
        var ids = wish.lines().stream().map(WishedLine::productId).toList();
        return products.findAllById(ids)
                .map(found -> found.stream().collect(Collectors.toMap(Product::id, Function.identity())))
                .map(found -> IntStream.range(0, wish.lines().size())
                        .mapToObj(i -> line(wish.lines().get(i), i, found, customer))
                        .toList());
    }

    /** The customer's own price before the product's (decision 10). */
    private static OrderLine line(WishedLine line, int index, Map<String, Product> found, CustomerRef customer) {
        var product = found.get(line.productId());
        if (product == null || !product.terms().active()) {
            throw OrderRefused.unknownProduct(line.productId(), index);
        }
        var terms = product.terms();
        var price = customer.customPrice(product.id()).orElse(terms.price());
        var offer = new Offer(product.id(), terms.name(), terms.unit(), terms.unitStep(), price);
        return OrderLine.of(offer, line.quantity(), index);
    }
}

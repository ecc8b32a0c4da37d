package app.earlybird.e2e.load;

import app.earlybird.e2e.RunningSuite;
import app.earlybird.e2e.Session;
import app.earlybird.e2e.load.Ledger.Kind;
import app.earlybird.local.http.Suite;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the clients ask for, in the proportions of the base load. */
final class Mix {

    private static final int BUYERS = 4;

    private record Buyer(String id, Session session) {}

    private record Placed(String order, Buyer buyer) {}

    private final RunningSuite suite;
    private final Ledger ledger;
    private final String product;
    private final List<Buyer> buyers;
    private final Queue<Placed> due = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Placed last;

    Mix(RunningSuite suite, Ledger ledger) {
        this.suite = suite;
        this.ledger = ledger;
        this.product = suite.createProduct();
        this.buyers = IntStream.range(0, BUYERS)
                .mapToObj(i -> suite.readyCustomer("Buyer " + i))
                .map(id -> new Buyer(id, suite.sessionOf(id)))
                .toList();
    }

    /** Who finds nothing to confirm orders something, and who finds nothing to read too. */
    Work next(Random random) {
        int share = random.nextInt(100);
        if (share < 20) {
            return createCustomer(random);
        }
        var read = last;
        if (share >= 90 && read != null) {
            return read(read);
        }
        var placed = share < 40 ? null : due.poll();
        return placed == null ? placeOrder(random) : confirm(placed);
    }

    private Work createCustomer(Random random) {
        var key = keyOf(random);
        return new Work(
                Kind.CREATE_CUSTOMER,
                () -> suite.people().tryCreateCustomer(suite.admin(), "Load", suite.boyId(), key),
                answer -> ledger.customer(answer.text("id")));
    }

    private Work placeOrder(Random random) {
        var key = keyOf(random);
        var buyer = buyers.get(random.nextInt(BUYERS));
        return new Work(
                Kind.PLACE_ORDER,
                () -> suite.people().tryPlaceOrder(buyer.session().api(), product, "1.5", key),
                answer -> placed(new Placed(answer.text("id"), buyer)));
    }

    private void placed(Placed placed) {
        ledger.order(placed.order(), placed.buyer().id());
        due.add(placed);
        last = placed;
    }

    private Work confirm(Placed placed) {
        var date = Suite.today();
        return new Work(
                Kind.CONFIRM,
                () -> suite.people()
                        .tryConfirm(suite.boy(), placed.order(), placed.buyer().id(), date),
                answer -> ledger.confirmed(placed.order()));
    }

    private Work read(Placed placed) {
        return new Work(
                Kind.READ, () -> placed.buyer().session().api().get("/api/orders/" + placed.order()), answer -> {
                    if (!answer.text("id").equals(placed.order())) {
                        ledger.unexpected("Another order came: " + answer.body());
                    }
                });
    }

    private static String keyOf(Random random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }
}

package app.earlybird.e2e.load;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What the clients asked for and what they were answered, in the words of Jepsen's total queue. */
public final class Ledger {

    /** What a client may ask for. */
    public enum Kind {
        CREATE_CUSTOMER,
        PLACE_ORDER,
        CONFIRM,
        READ
    }

    private final Map<Kind, AtomicLong> attempted = counters();
    private final Map<Kind, AtomicLong> acknowledged = counters();
    private final AtomicLong recovered = new AtomicLong();
    private final Queue<Work> unsettled = new ConcurrentLinkedQueue<>();
    private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
    private final Set<String> customers = ConcurrentHashMap.newKeySet();
    private final Map<String, String> orders = new ConcurrentHashMap<>();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

    void attempt(Work work) {
        count(attempted, work.kind());
    }

    void acknowledge(Work work) {
        count(acknowledged, work.kind());
    }

    /** No answer, or one that leaves it open whether it was done: it will be asked again. */
    void leaveOpen(Work work) {
        unsettled.add(work);
    }

    void recover() {
        recovered.incrementAndGet();
    }

    /** An answer nobody should get. */
    void unexpected(String what) {
        unexpected.add(what);
    }

    void customer(String id) {
        customers.add(id);
    }

    void order(String id, String customer) {
        orders.put(id, customer);
    }

    void confirmed(String orderId) {
        confirmed.add(orderId);
    }

    Queue<Work> unsettled() {
        return unsettled;
    }

    public List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Ids of those that were acknowledged. */
    public Set<String> customers() {
        return customers;
    }

    /** Customers by the ids of their acknowledged orders. */
    public Map<String, String> orders() {
        return orders;
    }

    /** Ids of orders whose confirmation was acknowledged. */
    public Set<String> confirmed() {
        return confirmed;
    }

    public long attempted() {
        return sum(attempted);
    }

    public long acknowledged() {
        return sum(acknowledged);
    }

    @Override
    public String toString() {
        var kinds = attempted.entrySet().stream()
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return "attempted %d (%s), acknowledged %d, recovered %d, unexpected %d"
                .formatted(attempted(), kinds, acknowledged(), recovered.get(), unexpected.size());
    }

    private static Map<Kind, AtomicLong> counters() {
        var counters = new EnumMap<Kind, AtomicLong>(Kind.class);
        for (var kind : Kind.values()) {
            counters.put(kind, new AtomicLong());
        }
        return counters;
    }

    private static void count(Map<Kind, AtomicLong> counters, Kind kind) {
        counters.getOrDefault(kind, new AtomicLong()).incrementAndGet();
    }

    private static long sum(Map<Kind, AtomicLong> counters) {
        return counters.values().stream().mapToLong(AtomicLong::get).sum();
    }
}

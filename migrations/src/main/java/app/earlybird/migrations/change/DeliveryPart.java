package app.earlybird.migrations.change;

import app.earlybird.migrations.engine.Migration.Place;
import app.earlybird.migrations.engine.Reader;
import app.earlybird.migrations.match.DeliveryKey;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.Logins;
import app.earlybird.migrations.match.OrderMatcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bson.Document;

/** Some of the customers, by the hash of their ids: no more orders and deliveries than fit into memory at once. */
final class DeliveryPart {

    private final int number;
    private final int parts;
    private final Logins logins;
    private final OrderMatcher book = new OrderMatcher();
    private final List<Asked> asked = new ArrayList<>();

    /** What the deliveries of one collection ask of the book, before any of them is answered. */
    private record Asked(Place place, List<DeliveryKey> open, Set<String> taken) {}

    /** A delivery as read, and what it shares with orders. */
    record Seen(Document document, DeliveryKey stop) {}

    private DeliveryPart(int number, int parts, Logins logins) {
        this.number = number;
        this.parts = parts;
        this.logins = logins;
    }

    /** Reads each collection once. */
    static DeliveryPart read(Reader reader, int number, int parts, Logins logins) {
        var part = new DeliveryPart(number, parts, logins);
        DeliveriesToOrders.DELIVERIES.forEach(place -> part.ask(reader, place));
        part.fillBook(reader);
        return part;
    }

    /** The orders, with the claims of this collection. */
    OrderMatcher bookFor(Place place) {
        book.forgetClaims();
        for (var each : asked) {
            if (each.place().equals(place)) {
                each.taken().forEach(book::take);
                each.open().forEach(book::claim);
            }
        }
        return book;
    }

    List<Seen> of(List<Document> batch) {
        return batch.stream()
                .map(document -> new Seen(document, DeliveryKey.of(document, logins)))
                .filter(seen -> has(seen.stop()))
                .toList();
    }

    private void ask(Reader reader, Place place) {
        var open = new ArrayList<DeliveryKey>();
        var taken = new HashSet<String>();
        for (var delivery : reader.all(place, DeliveriesToOrders.SEEN)) {
            var stop = DeliveryKey.of(delivery, logins);
            var order = Legacy.text(delivery, DeliveriesToOrders.FIELD);
            if (order != null) {
                taken.add(order);
            } else if (has(stop)) {
                open.add(stop);
            }
        }
        asked.add(new Asked(place, open, taken));
    }

    private void fillBook(Reader reader) {
        for (var order : reader.all(Places.ORDERS, DeliveriesToOrders.SEEN)) {
            var stop = DeliveryKey.of(order, logins);
            if (has(stop)) {
                book.add(stop);
            } else if (asked.stream().anyMatch(each -> each.taken().contains(stop.id()))) {
                book.addOfOthers(stop.id());
            }
        }
    }

    private boolean has(DeliveryKey stop) {
        return Math.floorMod(Objects.hashCode(stop.customer()), parts) == number;
    }
}

package app.earlybird.migrations.change;

import app.earlybird.migrations.engine.Work;
import app.earlybird.migrations.match.Legacy;
import app.earlybird.migrations.match.Logins;
import app.earlybird.migrations.match.OrderBook;
import app.earlybird.migrations.match.Stop;
import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.Objects;
import org.bson.Document;

/** Some of the customers, by the hash of their ids: no more orders than fit into memory at once. */
record DeliveryPart(int number, int parts, Logins logins) {

    boolean has(Stop stop) {
        return Math.floorMod(Objects.hashCode(stop.customer()), parts) == number;
    }

    Stop stop(Document document) {
        return Stop.of(document, logins);
    }

    List<Seen> of(List<Document> batch) {
        return batch.stream()
                .map(document -> new Seen(document, stop(document)))
                .filter(seen -> has(seen.stop()))
                .toList();
    }

    OrderBook book(Work work, MongoCollection<Document> deliveries) {
        var book = new OrderBook();
        for (var order : work.databases().collection(Places.ORDERS).find().projection(DeliveriesToOrders.SEEN)) {
            var stop = stop(order);
            if (has(stop)) {
                book.add(stop);
            }
        }
        for (var delivery : deliveries.find().projection(DeliveriesToOrders.SEEN)) {
            var stop = stop(delivery);
            var order = Legacy.text(delivery, DeliveriesToOrders.FIELD);
            if (order != null && !delivery.containsKey("migrated_002")) {
                book.take(order);
            } else if (has(stop)) {
                book.claim(stop);
            }
        }
        return book;
    }

    /** A delivery as read, and what it shares with orders. */
    record Seen(Document document, Stop stop) {}
}

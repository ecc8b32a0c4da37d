package app.earlybird.delivery;

import app.earlybird.kit.test.Neighbour;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** order-service as these tests meet it: an id known- is there. */
public class OrdersNeighbour implements Neighbour {

    @Override
    public @Nullable Answer answer(String path) {
        if (!path.startsWith("/internal/orders/known-")) {
            return null;
        }
        var id = Neighbour.id(path);
        return Neighbour.ok("""
                {"order_id":"%s","customer_id":"c-%s","delivery_date":"%s","shift":"morning","delivery_boy_id":"boy-1",
                 "status":"pending","sequence":1,"a_new_field":true,
                 "lines":[{"product_id":"milk","product_name":"Milk","unit":"Liter","quantity":2}]}""".formatted(id, id, LocalDate.now(ZoneId.of("Asia/Kolkata"))));
    }
}

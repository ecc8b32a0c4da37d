package app.earlybird.order;

import app.earlybird.kit.test.Neighbour;
import org.jspecify.annotations.Nullable;

/**
 * customer-service and delivery-service as these tests meet them: a customer known- is there, every
 * delivery is withdrawn but one of an order confirmed- or malformed-.
 */
public class CustomersAndDeliveriesNeighbour implements Neighbour {

    @Override
    public @Nullable Answer answer(String path) {
        if (path.endsWith("/withdraw") && path.contains("/malformed-")) {
            return new Answer(409, "{\"code\":\"document_unreadable\"}");
        }
        if (path.endsWith("/withdraw") && path.contains("/confirmed-")) {
            return new Answer(409, "{\"code\":\"already_confirmed\"}");
        }
        if (path.endsWith("/withdraw")) {
            return Neighbour.ok("{\"status\":\"withdrawn\"}");
        }
        if (path.startsWith("/internal/customers/malformed-")) {
            return new Answer(
                    409, "{\"code\":\"document_unreadable\",\"detail\":\"The stored document is malformed\"}");
        }
        return path.startsWith("/internal/customers/known-") ? customer(Neighbour.id(path)) : null;
    }

    private static Answer customer(String id) {
        return Neighbour.ok("""
                {"customer_id":"%s","user_id":"user-of-%s","status":"active","delivery_boy_id":"boy-1","sequence":1,
                 "a_new_field":true,"custom_prices_paise":{},
                 "addresses":[{"id":"primary","address":"12 MG Road","area":"Indiranagar"}]}""".formatted(id, id));
    }
}

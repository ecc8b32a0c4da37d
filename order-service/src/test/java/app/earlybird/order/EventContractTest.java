package app.earlybird.order;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.Contracts;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class EventContractTest {

    @Test
    void what_is_published_keeps_its_contract() {
        var customer = OrderApi.customer();
        var product = OrderApi.product("54.33");
        String delivered =
                OrderApi.place(customer, OrderApi.wish(product, 2)).extract().path("id");
        var cancelled = OrderApi.placed(customer);
        var line = Map.of("product_id", product, "ordered_qty", 2, "delivered_qty", 2);
        OrderApi.deliver("DeliveryConfirmed", delivered, "delivered", 1, line);
        OrderApi.cancel(customer, cancelled).statusCode(200);
        OrderApi.awaitPublished(delivered, "OrderCreated", "OrderStatusChanged", "OrderBillable");
        OrderApi.awaitPublished(cancelled, "OrderCreated", "OrderCancelled");

        assertThat(Wire.read(Topic.Name.ORDER, delivered))
                .allSatisfy(record -> assertThat(Contracts.violations(record)).isEmpty());
        assertThat(Wire.read(Topic.Name.ORDER, cancelled))
                .allSatisfy(record -> assertThat(Contracts.violations(record)).isEmpty());
    }
}

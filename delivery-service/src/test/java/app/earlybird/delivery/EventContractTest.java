package app.earlybird.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.Contracts;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class EventContractTest {

    @Test
    void what_is_published_keeps_its_contract() {
        var order = DeliveryApi.dueOrderOf("c-contract");
        var withdrawn = DeliveryApi.dueOrderOf("c-contract");
        var failed = DeliveryApi.delivered(order, "c-contract");
        failed.put("status", "not_delivered");
        failed.put("failure_reason", "customer_absent");
        DeliveryApi.report(TestTokens.of(Roles.DELIVERY_BOY, DeliveryApi.BOY), failed)
                .statusCode(200);
        DeliveryApi.confirm(order, "c-contract").statusCode(200);
        DeliveryApi.withdraw(withdrawn, "c-contract").statusCode(200);
        DeliveryApi.awaitPublished(order, "DeliveryFailed", "DeliveryConfirmed");
        DeliveryApi.awaitPublished(withdrawn, "DeliveryWithdrawn");

        for (var id : List.of(order, withdrawn)) {
            assertThat(Wire.read(Topic.Name.DELIVERY, id))
                    .allSatisfy(
                            record -> assertThat(Contracts.violations(record)).isEmpty());
        }
    }
}

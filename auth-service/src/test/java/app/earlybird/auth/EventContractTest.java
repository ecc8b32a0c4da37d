package app.earlybird.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.Contracts;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class EventContractTest {

    @Test
    void what_is_published_keeps_its_contract() {
        var id = AuthApi.provisionedCustomer();
        Poll.until(
                "an event",
                Duration.ofSeconds(20),
                () -> !Wire.read(Topic.Name.IDENTITY, id).isEmpty());

        assertThat(Wire.read(Topic.Name.IDENTITY, id))
                .allSatisfy(record -> assertThat(Contracts.violations(record)).isEmpty());
    }
}

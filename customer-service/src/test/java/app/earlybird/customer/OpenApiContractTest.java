package app.earlybird.customer;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.customer.register.domain.CustomerRefused;
import app.earlybird.kit.test.OpenApi;
import app.earlybird.kit.test.SuiteResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class OpenApiContractTest {

    @Test
    void what_runs_is_what_is_written_down() {
        assertThat(OpenApi.running()).isEqualTo(OpenApi.written("customer-service"));
    }

    @Test
    void every_code_of_a_refusal_has_an_example() {
        assertThat(OpenApi.codesWithoutExample(CustomerRefused.class)).isEmpty();
    }
}

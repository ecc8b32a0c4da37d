package app.earlybird.auth;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.InviteToken;
import app.earlybird.auth.session.domain.RefreshToken;
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
        assertThat(OpenApi.running()).isEqualTo(OpenApi.written("auth-service"));
    }

    @Test
    void every_code_of_a_refusal_has_an_example() {
        assertThat(OpenApi.codesWithoutExample(AccountRefused.class, InviteToken.class, RefreshToken.class))
                .isEmpty();
    }
}

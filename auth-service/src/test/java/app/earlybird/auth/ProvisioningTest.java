package app.earlybird.auth;

import static app.earlybird.auth.AuthApi.awaitAnswer;
import static app.earlybird.auth.AuthApi.provisionedCustomer;
import static app.earlybird.auth.AuthApi.publish;
import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class ProvisioningTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    @Tag("F21")
    void a_customer_told_five_times_and_out_of_order_has_one_login_and_one_answer() {
        var customer = "dup-" + UUID.randomUUID();
        for (long sequence : new long[] {3, 1, 2, 3, 1}) {
            publish("CustomerUpdated", customer, "user-of-" + customer, sequence);
        }
        afterEverythingSoFar();

        assertThat(Wire.types(Topic.Name.IDENTITY, customer)).containsExactly("LoginProvisioned");
        AuthApi.logIn(AuthApi.emailOf(customer), AuthApi.DEFAULT_PASSWORD).statusCode(200);
    }

    @Test
    void any_state_is_enough_whatever_its_type() {
        var customer = "compacted-" + UUID.randomUUID();
        publish("SomethingOfNextYear", customer, "user-of-" + customer, 7);
        awaitAnswer(customer, 1);

        assertThat(Wire.read(Topic.Name.IDENTITY, customer).getFirst().value())
                .contains("\"result\":\"created\"", "\"answers_sequence\":7");
    }

    @Test
    void an_account_in_the_way_is_a_conflict_and_stays_as_it_was() {
        var first = provisionedCustomer();
        var second = "second-" + UUID.randomUUID();
        publish("CustomerCreated", second, "user-of-" + first, 1);
        awaitAnswer(second, 1);

        assertThat(Wire.read(Topic.Name.IDENTITY, second).getFirst().value())
                .contains("\"result\":\"conflict\"", "\"conflict_code\":\"user_linked_elsewhere\"");
        AuthApi.logIn(AuthApi.emailOf(first), AuthApi.DEFAULT_PASSWORD).statusCode(200);
        AuthApi.logIn(AuthApi.emailOf(second), AuthApi.DEFAULT_PASSWORD).statusCode(401);
    }

    @Test
    @Tag("F23")
    void poison_goes_to_the_dead_letter_and_holds_nobody_up() {
        var key = "poison-" + UUID.randomUUID();
        Wire.sendRaw(Topic.Name.CUSTOMER, key, "not json");
        Wire.send(Topic.Name.CUSTOMER, "CustomerCreated", key, 1, "{\"customer_id\":\"only\"}");
        Wire.sendRaw(Topic.Name.CUSTOMER, key, null);
        afterEverythingSoFar();

        var dead = Topic.CUSTOMER.deadLetterTopics().getFirst();
        Poll.until("two dead letters", PATIENCE, () -> Wire.read(dead, key).size() == 2);
        assertThat(Wire.read(dead, key).getFirst().headers().lastHeader("dead-letter-reason"))
                .isNotNull();
        assertThat(Wire.read(dead, key).getFirst().value()).isEqualTo("not json");
    }

    /** On every partition somebody comes behind what was there before: once they are answered, it was read. */
    private static void afterEverythingSoFar() {
        var followers = Stream.generate(() -> "known-" + UUID.randomUUID())
                .limit(4L * Topic.PARTITIONS)
                .toList();
        followers.forEach(customer -> publish("CustomerCreated", customer, "user-of-" + customer, 1));
        Poll.until(
                "answers to all followers",
                PATIENCE,
                () -> Wire.keys(Topic.Name.IDENTITY).containsAll(followers));
    }
}

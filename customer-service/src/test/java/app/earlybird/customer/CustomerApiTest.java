package app.earlybird.customer;

import static app.earlybird.customer.CustomerApi.ADMIN;
import static app.earlybird.customer.CustomerApi.answer;
import static app.earlybird.customer.CustomerApi.awaitLoginState;
import static app.earlybird.customer.CustomerApi.createKeyed;
import static app.earlybird.customer.CustomerApi.find;
import static app.earlybird.customer.CustomerApi.household;
import static app.earlybird.customer.CustomerApi.list;
import static app.earlybird.customer.CustomerApi.newCustomer;
import static app.earlybird.customer.CustomerApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import app.earlybird.contracts.Roles;
import app.earlybird.contracts.Topic;
import app.earlybird.kit.test.SuiteResource;
import app.earlybird.kit.test.TestTokens;
import app.earlybird.kit.test.Wire;
import app.earlybird.local.http.Poll;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SuiteResource.class)
class CustomerApiTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    @Tag("B-01")
    void a_customer_has_its_user_from_the_start_and_is_announced_with_it() {
        var answer = register(ADMIN, household())
                .statusCode(201)
                .body("user_id", notNullValue())
                .body("login_state", equalTo("provisioning"))
                .body("phone", equalTo("+919876543210"))
                .extract();
        String id = answer.path("id");

        Poll.until(
                "the event", PATIENCE, () -> Wire.types(Topic.Name.CUSTOMER, id).size() == 1);
        var record = Wire.read(Topic.Name.CUSTOMER, id).getFirst();
        assertThat(record.value()).contains("\"user_id\":\"" + answer.path("user_id") + "\"", "\"addresses\":[{");
    }

    @Test
    void the_answer_of_auth_service_moves_the_login_once() {
        var created = register(ADMIN, household()).statusCode(201).extract();
        String id = created.path("id");
        String user = created.path("user_id");
        answer(id, user, 1, "\"result\":\"created\"");
        awaitLoginState(id, "ready");
        answer(id, user, 1, "\"result\":\"conflict\",\"conflict_code\":\"login_taken\"");
        answer(id, "somebody-else", 2, "\"result\":\"conflict\",\"conflict_code\":\"login_taken\"");
        answer(id, user, 3, "\"result\":\"conflict\",\"conflict_code\":\"user_not_linkable\"");
        awaitLoginState(id, "conflict");

        find(ADMIN, id).body("login_conflict_code", equalTo("user_not_linkable"));
    }

    @Test
    @Tag("B-10")
    @Tag("F25")
    void fifty_at_once_with_one_key_make_one_customer() throws Exception {
        var key = "key-" + UUID.randomUUID();
        Callable<String> once = () ->
                createKeyed(key, household()).statusCode(201).extract().body().asString();

        try (var callers = Executors.newFixedThreadPool(50)) {
            var bodies = new HashSet<String>();
            for (var answer :
                    callers.invokeAll(IntStream.range(0, 50).mapToObj(i -> once).toList())) {
                bodies.add(answer.get());
            }
            assertThat(bodies).hasSize(1);
        }
        var other = household();
        other.put("name", "Somebody Else");
        createKeyed(key, other).statusCode(422).body("code", equalTo("idempotency_key_reused"));
    }

    @ParameterizedTest
    @CsvSource({
        "phone, 123, phone",
        "phone, 1234567890123456789012345678901234567890, phone",
        "name, '', name",
        "name, 'Asha\r\nX-Admin: 1', name",
        "status, stopped, status",
        "id, chosen, id",
        "user_id, '{$ne: 1}', user_id",
        "trial_start_date, 2026-02-30, trial_start_date",
        "map_link, 'javascript:alert(1)', map_link"
    })
    void what_is_not_of_the_form_is_refused_by_field(String field, String value, String named) {
        var body = household();
        body.put(field, value);

        register(ADMIN, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(named));
    }

    @Test
    void marketing_staff_see_their_own_customers_only() {
        var mine = TestTokens.of(Roles.MARKETING_STAFF, "marketer-" + UUID.randomUUID());
        var others = TestTokens.of(Roles.MARKETING_STAFF, "marketer-" + UUID.randomUUID());
        String id = register(mine, household()).statusCode(201).extract().path("id");

        find(mine, id).statusCode(200);
        find(others, id).statusCode(404).body("code", equalTo("customer_not_found"));
        list(mine, "").body("items.id", equalTo(List.of(id)));
        list(others, "").body("items.size()", equalTo(0));
    }

    @Test
    void a_customer_sees_herself_and_nobody_else() {
        var id = newCustomer();

        find(TestTokens.ofCustomer(id), id).statusCode(200);
        find(TestTokens.ofCustomer("another"), id).statusCode(404);
        list(TestTokens.ofCustomer(id), "").statusCode(403);
    }

    @Test
    void a_list_is_read_page_by_page_to_its_end() {
        var marketer = TestTokens.of(Roles.MARKETING_STAFF, "marketer-" + UUID.randomUUID());
        IntStream.range(0, 5).forEach(i -> register(marketer, household()).statusCode(201));

        var seen = new HashSet<String>();
        var query = "?limit=2";
        for (int pages = 0; query != null && pages < 5; pages++) {
            var page = list(marketer, query).statusCode(200).extract();
            seen.addAll(page.<List<String>>path("items.id"));
            query = page.path("next_cursor") == null ? null : "?limit=2&cursor=" + page.path("next_cursor");
        }
        assertThat(seen).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?limit=x", "?cursor=bogus"})
    void a_list_is_not_asked_for_in_another_way(String query) {
        list(ADMIN, query).statusCode(422).contentType("application/problem+json");
    }
}

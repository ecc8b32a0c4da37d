package app.earlybird.migrations.match;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.migrations.match.Verdict.Link;
import app.earlybird.migrations.match.Verdict.Linked;
import app.earlybird.migrations.match.Verdict.Undecided;
import java.util.List;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whose login is whose, on both sides of every rule. */
class LinkResolverTest {

    private static final String PHONE = "98765 00001";
    private static final String SAME_PHONE = "+91-98765 00001";

    @Test
    void the_same_id_an_email_made_up_or_a_phone_of_one_each_is_evidence() {
        assertThat(about(customer("c", null, null), user("c", null, "customer")))
                .isEqualTo("same_id c");
        assertThat(about(
                        customer("c", null, null),
                        user("u", null, "customer").append("email", "Customer-C@earlybird.local")))
                .isEqualTo("email_pattern u");
        assertThat(about(customer("c", PHONE, null), user("u", SAME_PHONE, "customer")))
                .isEqualTo("phone u");
    }

    @Test
    void a_user_that_names_the_customer_stands_against_the_evidence_for_another() {
        assertThat(about(
                        customer("c", PHONE, null),
                        user("u", null, "customer").append("customer_v2_id", "c"),
                        user("v", PHONE, "customer")))
                .isEqualTo("contradicting_evidence");
        assertThat(about(
                        customer("c", PHONE, "v"),
                        user("u", null, "customer").append("customer_v2_id", "c"),
                        user("v", PHONE, "customer")))
                .isEqualTo("contradicting_evidence");
    }

    @Test
    void a_phone_that_was_written_as_a_number_is_one_and_no_number_of_anybody_is_none() {
        assertThat(about(customer("c", null, null).append("phone", 9_876_500_001L), user("u", PHONE, "customer")))
                .isEqualTo("phone u");
        assertThat(about(customer("c", "0000000000", null), user("u", "0000000000", "customer")))
                .isEqualTo("missing_phone");
    }

    @Test
    @Tag("I-06")
    void no_phone_is_nobodys_phone() {
        assertThat(about(customer("c", null, null), user("u", null, "customer")))
                .isEqualTo("missing_phone");
        assertThat(about(customer("c", " ", null), user("u", "", "customer"))).isEqualTo("missing_phone");
    }

    @Test
    @Tag("S26")
    void staff_is_never_linked() {
        assertThat(about(customer("c", PHONE, null), user("u", SAME_PHONE, "admin")))
                .isEqualTo("staff_phone");
        assertThat(about(customer("c", null, null), user("c", null, "delivery_boy")))
                .isEqualTo("missing_phone");
        assertThat(about(customer("c", PHONE, "u"), user("u", SAME_PHONE, "admin")))
                .isEqualTo("staff_account");
    }

    @Test
    void a_phone_of_two_on_either_side_is_no_evidence() {
        var two = people(
                List.of(user("u", PHONE, "customer")), customer("c", PHONE, null), customer("d", SAME_PHONE, null));
        assertThat(two.customers())
                .allSatisfy(each -> assertThat(word(two.about(each))).isEqualTo("shared_phone"));
        assertThat(about(customer("c", PHONE, null), user("u", PHONE, "customer"), user("v", SAME_PHONE, "customer")))
                .isEqualTo("phone_of_several_users");
    }

    @Test
    void what_is_linked_elsewhere_stays_so() {
        assertThat(about(
                        customer("c", PHONE, null), user("u", PHONE, "customer").append("customer_v2_id", "d")))
                .isEqualTo("user_of_another_customer");
        assertThat(about(customer("c", PHONE, "u"), user("u", PHONE, "customer").append("customer_v2_id", "d")))
                .isEqualTo("crossed_link");
    }

    @Test
    void one_side_alone_is_believed_only_with_evidence() {
        assertThat(about(customer("c", PHONE, "u"), user("u", null, "customer")))
                .isEqualTo("one_sided_customer");
        assertThat(about(customer("c", PHONE, "u"), user("u", SAME_PHONE, "customer")))
                .isEqualTo("phone u");
        assertThat(about(customer("c", PHONE, null), user("u", null, "customer").append("customer_v2_id", "c")))
                .isEqualTo("one_sided_user");
        assertThat(about(
                        customer("c", PHONE, null), user("u", PHONE, "customer").append("customer_v2_id", "c")))
                .isEqualTo("phone u");
        assertThat(about(customer("c", PHONE, "gone"), user("u", PHONE, "customer")))
                .isEqualTo("dangling_user");
        assertThat(about(customer("c", PHONE, "u"), user("u", null, "customer").append("customer_v2_id", "c")))
                .isEqualTo("linked");
    }

    @Test
    void evidence_for_two_is_evidence_for_none() {
        var byPhone = user("u", PHONE, "customer");
        var byEmail = user("v", null, "customer").append("email", "customer-c@earlybird.local");
        assertThat(about(customer("c", PHONE, null), byPhone, byEmail)).isEqualTo("contradicting_evidence");
    }

    @Test
    void a_user_whom_two_customers_would_have_is_nobodys_yet() {
        var user = user("c", PHONE, "customer");
        var both = people(List.of(user), customer("c", "98765 00002", null), customer("d", SAME_PHONE, null));
        assertThat(both.customers())
                .allSatisfy(each -> assertThat(word(both.about(each))).isEqualTo("contradicting_evidence"));
        var named = people(List.of(user("u", PHONE, "customer")), customer("c", null, "u"), customer("d", PHONE, null));
        assertThat(named.customers())
                .extracting(each -> word(named.about(each)))
                .containsExactlyInAnyOrder("one_sided_customer", "contradicting_evidence");
    }

    private static String about(Document customer, Document... users) {
        var people = people(List.of(users), customer);
        return word(people.about(Person.customer(customer)));
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case Linked linked -> "linked";
            case Link link -> link.rule() + " " + link.user().id();
            case Undecided undecided -> undecided.kind();
        };
    }

    private static LinkResolver people(List<Document> users, Document... customers) {
        return new LinkResolver(
                users.stream().map(Person::user).toList(),
                List.of(customers).stream().map(Person::customer).toList());
    }

    private static Document customer(String id, @Nullable String phone, @Nullable String user) {
        return new Document("_id", new ObjectId())
                .append("id", id)
                .append("phone", phone)
                .append("user_id", user);
    }

    private static Document user(String id, @Nullable String phone, String role) {
        return new Document("_id", new ObjectId())
                .append("id", id)
                .append("phone", phone)
                .append("role", role);
    }
}

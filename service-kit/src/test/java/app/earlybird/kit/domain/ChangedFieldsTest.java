package app.earlybird.kit.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangedFieldsTest {

    public record Terms(String name, @Nullable String deliveryBoyId) {}

    @Test
    void only_components_that_differ_are_named_as_clients_know_them() {
        var before = new Terms("Asha", null);

        assertThat(ChangedFields.between(before, new Terms("Asha", null))).isEmpty();
        assertThat(ChangedFields.between(before, new Terms("Asha", "boy-1"))).containsExactly("delivery_boy_id");
        assertThat(ChangedFields.between(before, new Terms("Usha", "boy-1")))
                .containsExactly("name", "delivery_boy_id");
    }
}

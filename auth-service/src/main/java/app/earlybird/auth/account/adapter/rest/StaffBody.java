package app.earlybird.auth.account.adapter.rest;

import app.earlybird.auth.account.application.CreateStaff;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.kit.web.Text;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Without a password there is an invite; {@code customer_v2_id} is read only to be refused in words. */
record StaffBody(
        @NotNull @Email @Size(min = 3, max = 254) String email,
        @NotNull @Text String name,

        @Nullable @Pattern(regexp = "[+0-9 ()-]{4,30}", message = "must be 4 to 30 digits, spaces, parentheses, + or -")
        String phone,

        @NotNull @Pattern(regexp = ROLES, message = ROLES_MESSAGE) String role,

        @Nullable @Size(min = 8, max = 72) String password,
        @JsonProperty("customer_v2_id") @Nullable String customerId) {

    static final String ROLES_MESSAGE =
            "must be admin, delivery_manager, delivery_boy, marketing_staff, billing or support";
    static final String ROLES = "admin|delivery_manager|delivery_boy|marketing_staff|billing|support";

    CreateStaff.Command toCommand() {
        return new CreateStaff.Command(email, new Account.Profile(name, phone), role, password, customerId);
    }
}

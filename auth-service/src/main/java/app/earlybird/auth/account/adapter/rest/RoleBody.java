package app.earlybird.auth.account.adapter.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

record RoleBody(
        @NotNull @Pattern(regexp = StaffBody.ROLES, message = "must be a role of staff") String role) {}

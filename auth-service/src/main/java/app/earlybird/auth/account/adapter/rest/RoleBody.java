package app.earlybird.auth.account.adapter.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

record RoleBody(
        @NotNull @Pattern(regexp = StaffBody.ROLES, message = StaffBody.ROLES_MESSAGE) String role) {}

package app.earlybird.auth.session.adapter.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

record RefreshBody(@NotNull @Size(min = 1, max = 300) String refreshToken) {}

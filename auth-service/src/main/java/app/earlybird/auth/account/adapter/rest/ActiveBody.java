package app.earlybird.auth.account.adapter.rest;

import jakarta.validation.constraints.NotNull;

/** The state wanted, not a change of it: asking twice is asking once. */
record ActiveBody(@NotNull Boolean active) {}

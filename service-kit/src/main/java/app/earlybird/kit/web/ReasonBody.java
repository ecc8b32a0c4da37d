package app.earlybird.kit.web;

import jakarta.validation.constraints.NotNull;

/** Why; it is kept with what was done. */
public record ReasonBody(@NotNull @Text String reason) {}

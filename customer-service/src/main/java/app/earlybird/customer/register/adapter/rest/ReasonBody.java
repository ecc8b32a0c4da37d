package app.earlybird.customer.register.adapter.rest;

import app.earlybird.kit.web.Text;
import jakarta.validation.constraints.NotNull;

/** Why; it is kept with what was done. */
record ReasonBody(@NotNull @Text String reason) {}

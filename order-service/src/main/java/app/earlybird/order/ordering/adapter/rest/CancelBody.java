package app.earlybird.order.ordering.adapter.rest;

import app.earlybird.kit.web.Text;
import org.jspecify.annotations.Nullable;

/** Why; the whole body may be left out. */
record CancelBody(@Nullable @Text String reason) {}

package app.earlybird.auth.session.application;

import app.earlybird.auth.session.domain.Backoff;
import java.time.Duration;

/**
 * How many failed logins are too many.
 *
 * @param ofAddress from one address within a window
 * @param ofEverybody over all within a window
 */
public record ThrottlePolicy(Backoff ofAccount, int ofAddress, int ofEverybody, Duration window) {}

package app.earlybird.auth.account.application;

import java.time.Duration;

/** How long a first secret may be used. */
public record FirstSecretLife(Duration value) {}

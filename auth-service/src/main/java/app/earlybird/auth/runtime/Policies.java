package app.earlybird.auth.runtime;

import app.earlybird.auth.account.application.FirstSecretPolicy;
import app.earlybird.auth.session.application.ThrottlePolicy;
import app.earlybird.auth.session.domain.Backoff;
import app.earlybird.auth.session.domain.Session;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What an operator decided, as the features read it. */
class Policies {

    private final AuthConfig config;

    Policies(AuthConfig config) {
        this.config = config;
    }

    @Produces
    @Singleton
    FirstSecretPolicy firstSecret() {
        var byInvite = config.firstSecret() == AuthConfig.FirstSecret.INVITE;
        return new FirstSecretPolicy(byInvite, config.firstSecretLife(), config.inviteLife(), config.resetLife());
    }

    @Produces
    @Singleton
    Session.Life sessions() {
        var sessions = config.sessions();
        return new Session.Life(sessions.idle(), sessions.absolute(), sessions.grace());
    }

    @Produces
    @Singleton
    ThrottlePolicy throttle() {
        var limits = config.throttle();
        var account = new Backoff(limits.accountFailures(), limits.firstWait(), limits.longestWait());
        return new ThrottlePolicy(account, limits.addressFailures(), limits.allFailures(), limits.window());
    }
}

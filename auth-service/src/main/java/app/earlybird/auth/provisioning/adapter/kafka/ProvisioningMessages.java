package app.earlybird.auth.provisioning.adapter.kafka;

import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.auth.provisioning.domain.Provisioning;
import app.earlybird.kit.events.EventMessage;
import app.earlybird.kit.events.EventMessages;
import jakarta.inject.Singleton;

/** What is published of a customer without an account: why it has none. */
@Singleton
class ProvisioningMessages implements EventMessages<Provisioning, LoginProvisioned> {

    @Override
    public EventMessage of(Provisioning provisioning, LoginProvisioned answer) {
        return AccountMessages.message(provisioning.customerId(), answer);
    }
}

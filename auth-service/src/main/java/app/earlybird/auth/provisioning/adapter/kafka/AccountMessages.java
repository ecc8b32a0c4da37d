package app.earlybird.auth.provisioning.adapter.kafka;

import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.kit.events.EventMessage;
import app.earlybird.kit.events.EventMessages;
import jakarta.inject.Singleton;

/** What is published of an account: the answer about its customer. */
@Singleton
class AccountMessages implements EventMessages<Account, LoginProvisioned> {

    @Override
    public EventMessage of(Account account, LoginProvisioned answer) {
        return message(account.id(), answer);
    }

    /** Its sequence is that of the state it answers (ADR 13). */
    static EventMessage message(String subject, LoginProvisioned answer) {
        return new EventMessage("LoginProvisioned", answer.customerId(), subject, answer, answer.answersSequence());
    }
}

package app.earlybird.auth.provisioning.application;

import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.auth.provisioning.domain.Provisioning;
import app.earlybird.kit.usecase.AggregateStore;

/** Customers whose newest state changed no account, one record each. */
public interface Provisionings extends AggregateStore<Provisioning, LoginProvisioned> {}

package app.earlybird.auth.session.application;

import app.earlybird.auth.session.domain.Session;
import app.earlybird.kit.domain.Page;
import app.earlybird.kit.domain.PageRequest;
import app.earlybird.kit.usecase.AggregateStore;
import io.smallrye.mutiny.Uni;

/** Sessions of all accounts. */
public interface Sessions extends AggregateStore<Session, Void> {

    /** By id; those of the account's present epoch that have not ended; some may have expired. */
    Uni<Page<Session>> listOpen(String accountId, long epoch, PageRequest page);
}

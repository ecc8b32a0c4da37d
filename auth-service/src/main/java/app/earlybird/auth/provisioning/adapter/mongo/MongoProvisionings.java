package app.earlybird.auth.provisioning.adapter.mongo;

import app.earlybird.auth.account.domain.AccountRefused;
import app.earlybird.auth.account.domain.LoginProvisioned;
import app.earlybird.auth.provisioning.application.Provisionings;
import app.earlybird.auth.provisioning.domain.Provisioning;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.events.EventMessages;
import app.earlybird.kit.mongo.MongoAggregateStore;
import app.earlybird.kit.outbox.OutboxWriter;
import io.quarkus.mongodb.panache.reactive.ReactivePanacheMongoRepositoryBase;
import io.quarkus.mongodb.reactive.ReactiveMongoCollection;
import jakarta.inject.Singleton;

@Singleton
class MongoProvisionings extends MongoAggregateStore<Provisioning, LoginProvisioned, ProvisioningDocument>
        implements Provisionings, ReactivePanacheMongoRepositoryBase<ProvisioningDocument, String> {

    MongoProvisionings(EventMessages<Provisioning, LoginProvisioned> messages, OutboxWriter outbox) {
        super(
                StoredCollection.PROVISIONINGS,
                ProvisioningDocument::of,
                ProvisioningDocument::toProvisioning,
                AccountRefused::notFound,
                messages,
                outbox);
    }

    @Override
    protected ReactiveMongoCollection<ProvisioningDocument> collection() {
        return mongoCollection();
    }
}

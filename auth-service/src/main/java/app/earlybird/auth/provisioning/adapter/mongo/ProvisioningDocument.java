package app.earlybird.auth.provisioning.adapter.mongo;

import app.earlybird.auth.provisioning.domain.Provisioning;
import app.earlybird.contracts.StoredCollection;
import app.earlybird.kit.domain.AggregateMeta;
import io.quarkus.mongodb.panache.common.MongoEntity;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** Public, because the record codec reads it by reflection. */
@MongoEntity(collection = StoredCollection.Name.PROVISIONINGS)
public record ProvisioningDocument(
        @BsonProperty("customer_id") String customerId,
        @BsonProperty("user_id") @Nullable String userId,
        @BsonProperty("conflict_code") @Nullable String conflictCode) {

    static ProvisioningDocument of(Provisioning provisioning) {
        return new ProvisioningDocument(provisioning.customerId(), provisioning.userId(), provisioning.conflictCode());
    }

    Provisioning toProvisioning(AggregateMeta meta) {
        return new Provisioning(customerId, userId, conflictCode, meta);
    }
}

package app.earlybird.order.customerview.adapter.mongo;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.order.customerview.application.CustomerRef;
import app.earlybird.order.customerview.application.CustomerRef.Address;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.List;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** Public, because the record codec reads it by reflection. */
@MongoEntity(collection = StoredCollection.Name.CUSTOMER_REFS)
public record CustomerRefDocument(
        @BsonId String documentId,
        @BsonProperty("customer_id") String customerId,
        @BsonProperty("user_id") @Nullable String userId,
        String status,
        @BsonProperty("delivery_boy_id") @Nullable String deliveryBoyId,
        List<AddressDocument> addresses,
        @BsonProperty("custom_prices_paise") Map<String, Long> customPricesPaise,
        long sequence) {

    /** As stored. */
    public record AddressDocument(String id, String address, String area) {}

    static CustomerRefDocument of(CustomerRef ref) {
        return new CustomerRefDocument(
                ref.customerId(),
                ref.customerId(),
                ref.userId(),
                ref.status(),
                ref.deliveryBoyId(),
                ref.addresses().stream()
                        .map(each -> new AddressDocument(each.id(), each.address(), each.area()))
                        .toList(),
                ref.customPricesPaise(),
                ref.sequence());
    }

    CustomerRef toRef() {
        var known = addresses.stream()
                .map(each -> new Address(each.id(), each.address(), each.area()))
                .toList();
        return new CustomerRef(customerId, userId, status, deliveryBoyId, known, customPricesPaise, sequence);
    }
}

package app.earlybird.customer.register.adapter.mongo;

import app.earlybird.customer.register.domain.Customer.Location;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/** A position as stored; the monolith left empty ones, and numbers as text. */
final class LocationDocuments {

    private static final String LAT = "lat";
    private static final String LNG = "lng";
    private static final String ACCURACY = "accuracy_meters";

    private LocationDocuments() {}

    static BsonDocument of(Location place) {
        var document = new BsonDocument(LAT, new BsonDouble(place.lat())).append(LNG, new BsonDouble(place.lng()));
        if (place.accuracyMeters() != null) {
            document.append(ACCURACY, new BsonDouble(place.accuracyMeters()));
        }
        return document;
    }

    /** Null for an empty one; fails for one that is something else. */
    static @Nullable Location toLocation(BsonValue stored) {
        if (stored.isNull() || (stored.isDocument() && stored.asDocument().isEmpty())) {
            return null;
        }
        var document = stored.asDocument();
        var accuracy = document.get(ACCURACY);
        return new Location(
                number(document.get(LAT)),
                number(document.get(LNG)),
                accuracy == null || accuracy.isNull() ? null : (Double) number(accuracy));
    }

    private static double number(@Nullable BsonValue value) {
        if (value == null) {
            throw new IllegalArgumentException("A position without a coordinate");
        }
        return value.isString()
                ? Double.parseDouble(value.asString().getValue().strip())
                : value.asNumber().doubleValue();
    }
}

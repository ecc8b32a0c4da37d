package app.earlybird.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The service that a collection belongs to: nobody else writes it. */
public enum Owner {
    AUTH,
    CUSTOMER,
    ORDER,
    DELIVERY;

    public String service() {
        return code() + "-service";
    }

    /** As in the names of databases and in labels. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Everything this service stores. */
    public List<StoredCollection> collections() {
        return Arrays.stream(StoredCollection.values())
                .filter(collection -> collection.owner() == this)
                .toList();
    }
}

package app.earlybird.kit.outbox;

import app.earlybird.contracts.Owner;
import app.earlybird.contracts.StoredCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collections this service owns, by its name. */
@ApplicationScoped
public class OwnCollections {

    private final List<StoredCollection> collections;

    OwnCollections(@ConfigProperty(name = "quarkus.application.name") String service) {
        this.collections = Arrays.stream(Owner.values())
                .filter(owner -> owner.service().equals(service))
                .flatMap(owner -> owner.collections().stream())
                .toList();
    }

    public List<StoredCollection> all() {
        return collections;
    }

    /** Those whose documents hold events. */
    public List<StoredCollection> withEvents() {
        return collections.stream()
                .filter(collection -> collection.topic().isPresent())
                .toList();
    }
}

package app.earlybird.migrations.engine;

import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The conflicts of a run, as they are reported. */
public final class Conflicts {

    private Conflicts() {}

    public static long count(Databases databases) {
        return databases.own(ConflictReport.CONFLICTS).countDocuments();
    }

    /** @param migration null for all */
    public static List<Document> of(Databases databases, @Nullable String migration) {
        return databases
                .own(ConflictReport.CONFLICTS)
                .find(migration == null ? empty() : eq("migration", migration))
                .sort(Sorts.ascending("_id"))
                .into(new ArrayList<>());
    }
}

package app.earlybird.kit.mongo;

import app.earlybird.kit.domain.Aggregate;
import app.earlybird.kit.domain.AggregateMeta;
import app.earlybird.kit.domain.Decision;
import app.earlybird.kit.domain.Failure;
import java.util.ArrayList;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** An aggregate for tests of the store: it counts, has a note, and follows another aggregate. */
public record Parcel(
        String id, String owner, int count, @Nullable String note, List<String> log, AggregateMeta meta)
        implements Aggregate {

    static Decision<Parcel, String> create(String id, String owner) {
        return Decision.of(new Parcel(id, owner, 0, null, List.of(), AggregateMeta.NEW), "Created");
    }

    @Override
    public String businessKey() {
        return id;
    }

    Decision<Parcel, String> add(int more) {
        var grown = new ArrayList<>(log);
        grown.add("+" + more);
        return Decision.of(new Parcel(id, owner, count + more, note, grown, meta), "Added");
    }

    Decision<Parcel, String> note(@Nullable String text) {
        return Decision.silent(new Parcel(id, owner, count, text, log, meta));
    }

    Decision<Parcel, String> follow(String source, long sequence) {
        return meta.hasApplied(source, sequence)
                ? Decision.unchanged(this)
                : Decision.silent(new Parcel(id, owner, count, note, log, meta.with(source, sequence)));
    }

    static Failure missing() {
        return new Failure(Failure.Kind.NOT_FOUND, "parcel_not_found", "There is no such parcel");
    }

    /** As stored. */
    public record Stored(
            String id,
            @BsonProperty("owner_id") String owner,
            int count,
            @Nullable String note,
            @Nullable List<String> log) {

        static Stored of(Parcel parcel) {
            return new Stored(parcel.id(), parcel.owner(), parcel.count(), parcel.note(), parcel.log());
        }

        Parcel toParcel(AggregateMeta meta) {
            return new Parcel(id, owner, count, note, log == null ? List.of() : log, meta);
        }
    }
}

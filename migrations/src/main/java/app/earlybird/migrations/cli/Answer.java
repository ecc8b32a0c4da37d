package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Done;
import app.earlybird.migrations.engine.Engine;
import app.earlybird.migrations.engine.Exit;
import app.earlybird.migrations.engine.Lease;
import app.earlybird.migrations.engine.State;
import app.earlybird.migrations.engine.Status;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The one JSON object a command answers with. */
final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);

    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    Answer(String command, String result, Exit exit) {
        fields.put("tool", "earlybird-migrate");
        fields.put("version", Engine.VERSION);
        fields.put("command", command);
        fields.put("result", result);
        fields.put("exit_code", exit.code());
    }

    Answer with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    /** Where it was done. */
    Answer on(Databases databases) {
        return with("server", databases.hosts()).with("databases", databases.allNames());
    }

    Answer lock(Lease lease) {
        return with("lock", Map.of("owner", lease.owner(), "token", lease.token(), "waited_ms", lease.waitedMillis()));
    }

    Answer done(List<Done> done) {
        return with("migrations", done.stream().map(Answer::of).toList());
    }

    Answer statuses(List<Status> statuses) {
        return with("migrations", statuses.stream().map(Answer::of).toList());
    }

    @Override
    public String toString() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException allOfItIsPlain) {
            throw new IllegalStateException(allOfItIsPlain);
        }
    }

    private static Map<String, @Nullable Object> of(Done done) {
        var json = head(done.status());
        json.put("duration_ms", done.durationMillis());
        for (var name : List.of("batches", "scanned", "updated", "already_ok")) {
            json.put(name, done.counters().getOrDefault(name, 0L));
        }
        json.put("matched", done.matched());
        done.counters().forEach(json::putIfAbsent);
        json.put("conflicts", done.conflicts());
        json.put(indexes(done.status().state()), done.indexes());
        json.put("samples", done.samples());
        json.put("checkpoint", done.checkpoint());
        json.put("resumed_from", done.resumedFrom());
        return json;
    }

    private static String indexes(State state) {
        return switch (state) {
            case APPLIED -> "indexes_created";
            case ROLLED_BACK -> "indexes_dropped";
            default -> "indexes_to_create";
        };
    }

    private static Map<String, @Nullable Object> of(Status status) {
        var json = head(status);
        json.put("reversible", status.reversible());
        if (!status.command().isEmpty()) {
            json.put("command", status.command());
        }
        var entry = status.entry();
        if (entry != null) {
            for (var name : List.of("owner", "started_at", "saved_at", "finished_at", "error", "progress", "report")) {
                if (entry.get(name) != null) {
                    json.put(name, plain(entry.get(name)));
                }
            }
        }
        return json;
    }

    private static Map<String, @Nullable Object> head(Status status) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", status.id());
        json.put("name", status.name());
        json.put("checksum", status.checksum());
        json.put("state", status.state().code());
        return json;
    }

    /** As JSON knows it: times as text, documents as objects, everything else that is not plain as text. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Date time -> time.toInstant().toString();
            case Document document -> {
                var fields = new LinkedHashMap<String, @Nullable Object>();
                document.forEach((name, each) -> fields.put(name, plain(each)));
                yield fields;
            }
            case List<?> list -> list.stream().map(Answer::plain).toList();
            case Number number -> number;
            case Boolean truth -> truth;
            default -> value.toString();
        };
    }
}

package app.earlybird.migrations.engine;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;
import org.jspecify.annotations.Nullable;

/**
 * One number for what the databases hold, whatever the order of documents and fields; the migrator's own notes aside, and
 * how many runs it took.
 */
public final class Digest {

    private static final JsonWriterSettings EXTENDED =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();
    private static final BigInteger MODULUS = BigInteger.TWO.pow(256);

    private Digest() {}

    public static String of(Databases databases, Collection<Migration.Place> places) {
        var sum = BigInteger.ZERO;
        for (var place : places) {
            for (var document : databases.all(place)) {
                var text = place.collection() + '\n' + new Document(sorted(withoutRuns(document))).toJson(EXTENDED);
                var hash = Checksums.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
                sum = sum.add(new BigInteger(1, hash)).mod(MODULUS);
            }
        }
        return "sha256-sum:%064x".formatted(sum);
    }

    private static Document withoutRuns(Document document) {
        document.forEach((name, value) -> {
            if (name.startsWith(Backfill.mark("")) && value instanceof Document mark) {
                mark.remove("run");
            }
        });
        return document;
    }

    private static Map<String, @Nullable Object> sorted(Document document) {
        var sorted = new TreeMap<String, @Nullable Object>();
        document.forEach((name, value) ->
                sorted.put(name, value instanceof Document inner ? new Document(sorted(inner)) : value));
        return sorted;
    }
}

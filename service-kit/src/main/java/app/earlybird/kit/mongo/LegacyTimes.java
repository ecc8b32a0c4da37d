package app.earlybird.kit.mongo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Times as the monolith wrote them: text with a zone, text without one (its servers ran in UTC), or a date alone. Nothing
 * is decided by them.
 */
public final class LegacyTimes {

    private LegacyTimes() {}

    /** When a document was made: as it says, else as its ObjectId says, else the epoch. */
    public static Instant created(BsonValue documentId, @Nullable BsonValue written) {
        var stated = written == null ? null : instant(written);
        if (stated != null) {
            return stated;
        }
        return documentId.isObjectId()
                ? Instant.ofEpochSecond(documentId.asObjectId().getValue().getTimestamp())
                : Instant.EPOCH;
    }

    /** Null when it is none of these. */
    public static @Nullable Instant instant(BsonValue written) {
        if (written.isDateTime()) {
            return Instant.ofEpochMilli(written.asDateTime().getValue());
        }
        try {
            return written.isString() ? parsed(written.asString().getValue()) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Instant parsed(String text) {
        if (text.indexOf(':') < 0) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime instant
                ? instant.toInstant()
                : LocalDateTime.from(read).toInstant(ZoneOffset.UTC);
    }
}

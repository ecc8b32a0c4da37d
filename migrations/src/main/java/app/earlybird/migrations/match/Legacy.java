package app.earlybird.migrations.match;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** How the monolith wrote things down. */
public final class Legacy {

    /** Decides which day an instant belongs to. */
    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Kolkata");

    private static final int LENGTH_OF_DATE = 10;

    private Legacy() {}

    /** The business key, or, where the monolith gave none, the text of its {@code _id}. */
    public static String id(Document document) {
        var id = text(document, "id");
        return id == null ? String.valueOf(document.get("_id")) : id;
    }

    /** The monolith's have ObjectIds. What the suite itself wrote is in its services' hands, and may be half way there. */
    public static boolean isOfSuite(Document document) {
        return document.get("_id") instanceof String;
    }

    /** By such a key no service finds it, and nothing is linked to it. */
    public static boolean hasMalformedId(Document document) {
        return document.get("id") == null ? !isText(document.get("_id")) : text(document, "id") == null;
    }

    /** An {@code _id} whose text can replace a missing {@code id}. */
    private static boolean isText(@Nullable Object documentId) {
        return documentId instanceof String || documentId instanceof ObjectId;
    }

    /** A malformed link: blank, or no text. */
    public static boolean hasMalformedLink(Document document, String field) {
        return document.get(field) != null && text(document, field) == null;
    }

    /** Null when it is absent, blank or no text. */
    public static @Nullable String text(Document document, String field) {
        return document.get(field) instanceof String text && !text.isBlank() ? text : null;
    }

    /** Whatever is there, comparable; null when it is absent or blank. */
    static @Nullable String any(Document document, String field) {
        var value = document.get(field);
        return value instanceof String || value == null ? text(document, field) : value.toString();
    }

    static @Nullable String any(Document document, String field, String otherStyle) {
        var first = any(document, field);
        return first == null ? any(document, otherStyle) : first;
    }

    /** What was written as a number, too. */
    static @Nullable String digits(Document document, String field) {
        return document.get(field) instanceof Number number && number.toString().matches("[0-9.E]+")
                ? new BigDecimal(number.toString()).toPlainString()
                : text(document, field);
    }

    /** The first of them that is there: the monolith wrote some in two styles. */
    public static @Nullable String text(Document document, String field, String otherStyle) {
        var first = text(document, field);
        return first == null ? text(document, otherStyle) : first;
    }

    /**
     * The business day of a date, of a time with a zone, or of a time without one, which was local; null when it is none
     * of these.
     */
    public static @Nullable LocalDate day(@Nullable Object value) {
        if (value instanceof Date instant) {
            return instant.toInstant().atZone(BUSINESS_ZONE).toLocalDate();
        }
        try {
            return value instanceof String text ? parsed(text.strip()) : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static LocalDate parsed(String text) {
        if (text.length() == LENGTH_OF_DATE) {
            return LocalDate.parse(text);
        }
        var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime instant
                ? instant.atZoneSameInstant(BUSINESS_ZONE).toLocalDate()
                : LocalDateTime.from(read).toLocalDate();
    }
}

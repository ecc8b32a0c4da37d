package app.earlybird.kit.web;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Texts that are Unicode, dates, times and numbers in their usual form: the libraries would also take numbers for texts,
 * arrays, halves of characters and years of nine digits. Times are of milliseconds and decimals are plain, as they are stored.
 */
final class StrictValues {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile(
            DATE + "T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}:\\d{2})", Pattern.CASE_INSENSITIVE);
    /** What has more digits before its point is left as it is: no rule of a field lets it pass. */
    private static final int MOST_DIGITS = 30;

    private StrictValues() {}

    static SimpleModule module() {
        return new SimpleModule("strict values")
                .addSerializer(Double.class, new Plain())
                .addDeserializer(String.class, text(String.class, StrictValues::wellFormed))
                .addDeserializer(BigDecimal.class, number(BigDecimal.class, StrictValues::plain))
                .addDeserializer(Double.class, number(Double.class, StrictValues::finite))
                .addDeserializer(LocalDate.class, text(LocalDate.class, StrictValues::date))
                .addDeserializer(OffsetDateTime.class, text(OffsetDateTime.class, StrictValues::instant));
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(ofForm(DATE, text));
    }

    private static OffsetDateTime instant(String text) {
        return OffsetDateTime.parse(ofForm(TIME, text)).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String ofForm(Pattern form, String text) {
        if (!form.matcher(text).matches() || text.startsWith("0000")) {
            throw new DateTimeException("not of the usual form");
        }
        return text;
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.scale() < 0 && number.precision() - (long) number.scale() <= MOST_DIGITS
                ? number.setScale(0, RoundingMode.UNNECESSARY)
                : number;
    }

    private static Double finite(BigDecimal number) {
        var value = number.doubleValue();
        if (!Double.isFinite(value) || (value == 0 && number.signum() != 0)) {
            throw new IllegalArgumentException("not finite");
        }
        return value;
    }

    /** Half of a surrogate pair would be stored as another text than was sent, or hashed as one. */
    private static String wellFormed(String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return text;
        } catch (CharacterCodingException half) {
            throw new IllegalArgumentException("not well-formed", half);
        }
    }

    private static final class Plain extends JsonSerializer<Double> {

        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(BigDecimal.valueOf(value));
        }
    }

    /** Reads the value at hand; fails with IllegalArgumentException or DateTimeException when it is of another form. */
    private interface Read<T> {
        T from(JsonParser parser) throws IOException;
    }

    private static <T> Strict<T> text(Class<T> type, Function<String, T> read) {
        return new Strict<>(type, token -> token == JsonToken.VALUE_STRING, parser -> read.apply(parser.getText()));
    }

    private static <T> Strict<T> number(Class<T> type, Function<BigDecimal, T> read) {
        return new Strict<>(type, JsonToken::isNumeric, parser -> read.apply(parser.getDecimalValue()));
    }

    private static final class Strict<T> extends JsonDeserializer<T> {

        private final Class<T> type;
        private final Predicate<JsonToken> accepted;
        private final Read<T> read;

        Strict(Class<T> type, Predicate<JsonToken> accepted, Read<T> read) {
            this.type = type;
            this.accepted = accepted;
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked") // what the context answers is of the type it is asked for, or it throws
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!accepted.test(parser.currentToken())) {
                return (T) context.handleUnexpectedToken(type, parser);
            }
            try {
                return read.from(parser);
            } catch (IllegalArgumentException | DateTimeException malformed) {
                return (T) context.handleWeirdStringValue(type, "", "not of this form");
            }
        }
    }
}

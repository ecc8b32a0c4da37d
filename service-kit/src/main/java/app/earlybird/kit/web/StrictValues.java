package app.earlybird.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;

/** Texts that are Unicode, dates that are dates: the libraries would also take numbers, arrays and halves of characters. */
final class StrictValues {

    private static final int LAST_YEAR = 9999;

    private StrictValues() {}

    static SimpleModule module() {
        return new SimpleModule("strict values")
                .addDeserializer(String.class, new Strict<>(String.class, StrictValues::wellFormed))
                .addDeserializer(LocalDate.class, new Strict<>(LocalDate.class, StrictValues::date))
                .addDeserializer(OffsetDateTime.class, new Strict<>(OffsetDateTime.class, StrictValues::instant));
    }

    private static LocalDate date(String text) {
        var date = LocalDate.parse(text);
        mustHaveFourDigits(date.getYear());
        return date;
    }

    private static OffsetDateTime instant(String text) {
        var instant = OffsetDateTime.parse(text);
        mustHaveFourDigits(instant.getYear());
        return instant;
    }

    /** RFC 3339 has four digits; the libraries take nine. */
    private static void mustHaveFourDigits(int year) {
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("no year of four digits");
        }
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

    private static final class Strict<T> extends JsonDeserializer<T> {

        private final Class<T> type;
        private final Function<String, T> read;

        Strict(Class<T> type, Function<String, T> read) {
            this.type = type;
            this.read = read;
        }

        @Override
        @SuppressWarnings("unchecked") // what the context answers is of the type it is asked for, or it throws
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(type, parser);
            }
            try {
                return read.apply(parser.getText());
            } catch (IllegalArgumentException | DateTimeException malformed) {
                return (T) context.handleWeirdStringValue(type, "", "not of this form");
            }
        }
    }
}

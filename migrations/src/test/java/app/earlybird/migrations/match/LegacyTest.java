package app.earlybird.migrations.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyTest {

    @ParameterizedTest
    @Tag("K-11")
    @CsvSource({
        "2026-01-28, 2026-01-28",
        "2026-01-27T18:29:59+00:00, 2026-01-27",
        "2026-01-27T18:30:00+00:00, 2026-01-28",
        "2026-01-27T18:30:00Z, 2026-01-28",
        "2026-01-27T23:59:00, 2026-01-27",
        "2026-01-28 00:10:00.123456, 2026-01-28",
        "28/01/2026,",
        "2026-02-30,",
        "tomorrow,"
    })
    void a_day_is_that_of_the_business_where_a_zone_is_given_and_as_written_where_not(String written, String day) {
        assertThat(String.valueOf(Legacy.day(written))).isEqualTo(String.valueOf(day));
    }

    @Test
    void a_stored_instant_is_a_day_in_india() {
        assertThat(Legacy.day(Date.from(Instant.parse("2026-01-27T18:30:00Z")))).hasToString("2026-01-28");
        assertThat(Legacy.day(17)).isNull();
        assertThat(Legacy.day(null)).isNull();
    }

    @Test
    @Tag("A-14")
    void without_an_id_the_text_of_the_object_id_is_it() {
        var objectId = new ObjectId("65f000000000000000000001");
        assertThat(Legacy.id(new Document("_id", objectId))).isEqualTo("65f000000000000000000001");
        assertThat(Legacy.id(new Document("_id", objectId).append("id", "usr-1")))
                .isEqualTo("usr-1");
        assertThat(Legacy.id(new Document("_id", objectId).append("id", " "))).isEqualTo("65f000000000000000000001");
    }

    @ParameterizedTest
    @CsvSource({
        "+91-98765 00001, +919876500001",
        "919876500001, +919876500001",
        "098765 00001, +919876500001",
        "9876500001, +919876500001",
        "12,",
        "'',",
        "none,"
    })
    void phones_are_compared_as_e164(String written, String normalised) {
        assertThat(Phones.normalised(written)).isEqualTo(normalised);
    }
}

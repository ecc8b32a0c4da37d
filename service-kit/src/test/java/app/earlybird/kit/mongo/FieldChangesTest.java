package app.earlybird.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

class FieldChangesTest {

    @Test
    void only_fields_that_differ_are_written() {
        assertThat(changes("{name: 'Asha', area: 'North', notes: 'gate'}", "{name: 'Asha', area: 'South'}"))
                .isEqualTo(BsonDocument.parse("{$set: {area: 'South'}, $unset: {notes: ''}}"));
    }

    @Test
    void nothing_differs_where_nothing_was_decided() {
        assertThat(FieldChanges.between(
                        BsonDocument.parse("{name: 'Asha', list: [1]}"),
                        BsonDocument.parse("{list: [1], name: 'Asha'}"),
                        Set.of()))
                .isEmpty();
    }

    @Test
    void a_list_that_grew_is_pushed_to_and_any_other_is_replaced() {
        assertThat(changes("{audit: [{n: 1}]}", "{audit: [{n: 1}, {n: 2}]}"))
                .isEqualTo(BsonDocument.parse("{$push: {audit: {$each: [{n: 2}]}}}"));
        assertThat(changes("{audit: [{n: 1}]}", "{audit: [{n: 3}, {n: 2}]}"))
                .isEqualTo(BsonDocument.parse("{$set: {audit: [{n: 3}, {n: 2}]}}"));
        assertThat(changes("{audit: [{n: 1}]}", "{audit: []}")).isEqualTo(BsonDocument.parse("{$set: {audit: []}}"));
    }

    @Test
    void what_only_the_insert_writes_stays() {
        assertThat(FieldChanges.between(
                        BsonDocument.parse("{_id: 1, created_at: 'as text', email: 'A@b', request_digest: 'd'}"),
                        BsonDocument.parse("{_id: 2, created_at: 5, email: 'a@b'}"),
                        Set.of("email")))
                .isEmpty();
    }

    private static BsonDocument changes(String read, String decided) {
        var changes = new ArrayList<Bson>(
                FieldChanges.between(BsonDocument.parse(read), BsonDocument.parse(decided), Set.of()));
        return Updates.combine(changes)
                .toBsonDocument(BsonDocument.class, MongoClientSettings.getDefaultCodecRegistry());
    }
}

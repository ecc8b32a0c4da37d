package app.earlybird.customer.register.adapter.mongo;

import app.earlybird.customer.register.application.Note;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonProperty;
import org.jspecify.annotations.Nullable;

/** As stored. */
public record NoteDocument(
        Instant at,
        String by,
        String action,
        @BsonProperty("user_id") @Nullable String userId,
        String reason) {

    static NoteDocument of(Note note) {
        return new NoteDocument(note.at(), note.by(), note.action(), note.userId(), note.reason());
    }

    Note toNote() {
        return new Note(at, by, action, userId, reason);
    }
}

package app.earlybird.auth.session.adapter.rest;

import app.earlybird.auth.session.application.FindSessions;
import java.time.Instant;

/** @param expiresAt unless it is used before */
record OpenSessionBody(String id, Instant createdAt, Instant usedAt, Instant expiresAt) {

    static OpenSessionBody of(FindSessions.Seen seen) {
        var session = seen.session();
        return new OpenSessionBody(
                session.id(), session.times().createdAt(), session.times().usedAt(), seen.expiresAt());
    }
}

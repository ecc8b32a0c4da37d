package app.earlybird.kit.outbox;

import app.earlybird.contracts.StoredCollection;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Makes events as ever, and notes what is woken instead of publishing. */
public final class RecordingOutbox extends OutboxWriter {

    private final List<String> woken = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("NullAway") // nothing is published, so there is no relay
    public RecordingOutbox() {
        super(new ObjectMapper(), Clock.systemUTC(), null);
    }

    @Override
    public void wakeUp(StoredCollection collection, String key) {
        woken.add(key);
    }

    public List<String> woken() {
        return List.copyOf(woken);
    }
}

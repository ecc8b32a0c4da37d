package app.earlybird.kit.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Answers of other services may gain fields: what this one does not know is not its business. */
public final class TolerantJson {

    private TolerantJson() {}

    public static ObjectMapper of(ObjectMapper strict) {
        return strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}

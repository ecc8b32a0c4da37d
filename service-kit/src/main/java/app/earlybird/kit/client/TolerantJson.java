package app.earlybird.kit.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Reads the answers of other services: fields this one does not know are ignored. */
@Provider
@ConstrainedTo(RuntimeType.CLIENT)
public class TolerantJson implements ContextResolver<ObjectMapper> {

    private final ObjectMapper mapper;

    TolerantJson(ObjectMapper strict) {
        mapper = strict.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }
}

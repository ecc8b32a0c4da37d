package app.earlybird.kit.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import jakarta.ws.rs.ext.ContextResolver;

/** Reads the answers of other services: fields this one does not know are ignored. Registered by configuration. */
public class TolerantJson implements ContextResolver<ObjectMapper> {

    private final ObjectMapper mapper = Arc.container()
            .instance(ObjectMapper.class)
            .get()
            .copy()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return mapper;
    }
}

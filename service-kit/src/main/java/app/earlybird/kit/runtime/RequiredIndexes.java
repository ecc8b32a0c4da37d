package app.earlybird.kit.runtime;

import java.util.List;
import java.util.Map;

/** The indexes without which a service must not serve, by collection; migrations make them, nobody else. */
public record RequiredIndexes(Map<String, List<String>> byCollection) {}

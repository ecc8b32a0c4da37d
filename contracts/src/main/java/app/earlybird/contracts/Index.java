package app.earlybird.contracts;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One index of a collection.
 *
 * @param keys field names separated by spaces, a minus before one that descends
 * @param sparse documents without the field stay out of it
 */
public record Index(String keys, boolean unique, boolean sparse) {

    static Index plain(String keys) {
        return new Index(keys, false, false);
    }

    static Index sparse(String keys) {
        return new Index(keys, false, true);
    }

    static Index unique(String keys) {
        return new Index(keys, true, false);
    }

    /** At most one document per value; a document without the field has none. */
    static Index uniqueSparse(String keys) {
        return new Index(keys, true, true);
    }

    /** As the server would name it: {@code customer_id_1_created_at_-1}. */
    public String name() {
        return directions().entrySet().stream()
                .map(key -> key.getKey() + "_" + key.getValue())
                .collect(Collectors.joining("_"));
    }

    /** 1 or -1 by field, in order. */
    public Map<String, Integer> directions() {
        var directions = new LinkedHashMap<String, Integer>();
        Arrays.stream(keys.split(" ", -1))
                .forEach(key -> directions.put(key.replaceFirst("^-", ""), key.startsWith("-") ? -1 : 1));
        return directions;
    }
}

package app.earlybird.kit.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.not;

import app.earlybird.local.test.SuiteInfrastructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoClients;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bodies made from a good one in every way clients and attackers get them wrong, and what must come of them. */
public final class BadInput {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Object OPERATOR = Map.of("$ne", "");
    private static final List<Object> NO_TEXT = List.of(
            OPERATOR,
            Map.of("$where", "sleep(1000)"),
            List.of("a"),
            true,
            42.5,
            "",
            "   ",
            "nul\u0000byte",
            "two\r\nSet-Cookie: lines",
            "half \ud800",
            "x".repeat(10_000));
    /** Any characters may be in a password, and blanks too. */
    private static final List<Object> NO_PASSWORD =
            List.of(OPERATOR, List.of("a"), true, 42.5, "", "half \ud800 of a character", "x".repeat(10_000));

    private static final List<Object> NO_NUMBER = List.of(OPERATOR, List.of(1), true, "1", "", "many", -1);
    private static final List<Object> NO_DATE = List.of(
            OPERATOR,
            20783,
            List.of(2026, 1, 28),
            "2026-02-30",
            "+999999999-12-31",
            "-0001-12-31",
            "28-01-2026",
            "tomorrow",
            "2026-01-28T00:00:00Z",
            "");
    private static final List<String> NOT_THEIRS =
            List.of("id", "_id", "version", "password_hash", "outbox", "event_seq", "$where", "a.b", "__proto__");
    private static final List<String> NO_BODY = List.of(
            "",
            "null",
            "[]",
            "\"text\"",
            "{",
            "{\"a\":}",
            "{} {}",
            "<xml/>",
            "[".repeat(200) + "]".repeat(200),
            "{\"a\":".repeat(100) + "1" + "}".repeat(100));

    private BadInput() {}

    /**
     * Each text is a body the route must refuse.
     *
     * @param good one the route would take: or a refusal says nothing
     * @param optional fields it would take without
     */
    public static Stream<String> bodiesLike(Map<String, ?> good, String... optional) {
        var bodies = new ArrayList<>(NO_BODY);
        good.forEach((field, value) -> wrongFor(field, value).forEach(wrong -> bodies.add(with(good, field, wrong))));
        good.keySet().stream()
                .filter(field -> !List.of(optional).contains(field))
                .forEach(field -> bodies.add(without(good, field)));
        NOT_THEIRS.forEach(field -> bodies.add(with(good, field, "x")));
        var text = json(good);
        var first = good.entrySet().iterator().next();
        bodies.add("{\"" + first.getKey() + "\":" + json(first.getValue()) + "," + text.substring(1));
        return bodies.stream();
    }

    /** Ids no record can have; percent-encoded where a path needs it. */
    public static Stream<String> ids() {
        return Stream.of(
                "a%20b", "a%00b", "%24ne", "a.b", "%7B%22%24ne%22%3A1%7D", "x".repeat(65), "%C3%A9", "a%0d%0ab");
    }

    /** Queries no list has. */
    public static Stream<String> pages() {
        return Stream.of(
                "limit=0",
                "limit=201",
                "limit=-1",
                "limit=x",
                "limit=99999999999",
                "limit=1.5",
                "limit=",
                "cursor=bogus",
                "cursor=%00",
                "cursor=" + "A".repeat(600),
                "cursor[$ne]=1&limit=0");
    }

    /** A problem with a stable code, and never the server's fault. */
    public static void mustBeRefused(String asked, ValidatableResponse answer) {
        assertThat(answer.extract().statusCode()).as(asked).isBetween(400, 499);
        answer.contentType("application/problem+json").body("code", not(emptyOrNullString()));
    }

    /** Runs the work and fails when a document was added to the collection meanwhile. */
    public static void nothingIsWrittenTo(String collection, Runnable work) {
        var before = documents(collection);
        work.run();
        assertThat(documents(collection)).as("documents in %s", collection).isEqualTo(before);
    }

    private static long documents(String collection) {
        try (var client = MongoClients.create(SuiteInfrastructure.mongodbUri())) {
            return client.getDatabase(System.getProperty(SuiteResource.DATABASE, ""))
                    .getCollection(collection)
                    .countDocuments();
        }
    }

    private static List<Object> wrongFor(String field, Object good) {
        if (good instanceof Number) {
            return NO_NUMBER;
        }
        if (good instanceof List<?> items) {
            var wrong = new ArrayList<Object>(List.of(OPERATOR, List.of(), "a", 1, List.of("a"), List.of(1)));
            items.stream()
                    .filter(Map.class::isInstance)
                    .<Map<?, ?>>map(Map.class::cast)
                    .flatMap(BadInput::wrongItems)
                    .forEach(item -> wrong.add(List.of(item)));
            return wrong;
        }
        if (field.contains("password")) {
            return NO_PASSWORD;
        }
        return field.endsWith("_date") ? NO_DATE : NO_TEXT;
    }

    private static Stream<Map<String, Object>> wrongItems(Map<?, ?> good) {
        Function<Map.Entry<?, ?>, Stream<Map<String, Object>>> variants = entry ->
                wrongFor(entry.getKey().toString(), entry.getValue()).stream().map(wrong -> {
                    var item = new LinkedHashMap<String, Object>();
                    good.forEach((field, value) -> item.put(field.toString(), value));
                    item.put(entry.getKey().toString(), wrong);
                    return item;
                });
        return good.entrySet().stream().flatMap(variants);
    }

    private static String with(Map<String, ?> good, String field, Object value) {
        var body = new LinkedHashMap<String, Object>(good);
        body.put(field, value);
        return json(body);
    }

    private static String without(Map<String, ?> good, String field) {
        var body = new LinkedHashMap<String, Object>(good);
        body.remove(field);
        return json(body);
    }

    private static String json(Object value) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(value);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
    }
}

package app.earlybird.kit.openapi;

import app.earlybird.kit.web.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/** Schemas in the words of JSON Schema, and those of problems. */
final class ApiSchemas {

    static final String PROBLEM = "Problem";

    private static final String REFERENCE = "#/components/schemas/";
    /** What {@link Text} means, for readers whose patterns are those of ECMA-262. */
    private static final String TEXT = "^(?=.*\\S)[^\\x00-\\x1f\\x7f-\\x9f]{1,200}$";

    private ApiSchemas() {}

    /** Names of the schemas a request body is made of: the service takes no field they do not have. */
    static Set<String> ofBody(Operation operation, Map<String, Schema> schemas) {
        var names = new HashSet<String>();
        var open = new ArrayDeque<Schema>();
        if (operation.getRequestBody() != null && operation.getRequestBody().getContent() != null) {
            operation
                    .getRequestBody()
                    .getContent()
                    .getMediaTypes()
                    .values()
                    .forEach(type -> open.add(type.getSchema()));
        }
        while (!open.isEmpty()) {
            var schema = open.pop();
            var name = nameOf(schema);
            children(schema).forEach(ApiSchemas::sayPatternAsJsonSchema);
            var named = name == null ? null : schemas.get(name);
            if (named != null && names.add(name)) {
                open.add(named);
            }
            children(schema).forEach(open::add);
        }
        return names;
    }

    static void describe(Map<String, Schema> schemas, Set<String> bodies) {
        schemas.forEach((name, schema) -> {
            if (bodies.contains(name) && isObject(schema)) {
                optionalMayBeNull(schema);
                schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            }
            sayPatternAsJsonSchema(schema);
            children(schema)
                    .forEach(bodies.contains(name) ? ApiSchemas::sayPatternAsJsonSchema : ApiSchemas::promiseNoForm);
        });
        schemas.put("FieldError", object("field", "message"));
        schemas.put(PROBLEM, problem());
    }

    /** An answer shows what is stored, which the monolith may have left in any form. */
    private static void promiseNoForm(Schema answered) {
        answered.setPattern(null);
    }

    /** A merge patch (RFC 7396) has the fields of the whole body, and needs any one of them. */
    static void describeMergePatch(Operation patch, Map<String, Schema> schemas) {
        patch.getRequestBody().getContent().getMediaTypes().values().forEach(type -> {
            var whole = String.valueOf(nameOf(type.getSchema()));
            var name = whole.replaceFirst("Body$", "") + "Patch";
            schemas.put(
                    name,
                    OASFactory.createSchema()
                            .addType(SchemaType.OBJECT)
                            .properties(schemas.getOrDefault(whole, type.getSchema())
                                    .getProperties())
                            .minProperties(1)
                            .additionalPropertiesSchema(
                                    OASFactory.createSchema().booleanSchema(false)));
            type.schema(OASFactory.createSchema().ref(name));
        });
    }

    /** An aggregate's answer carries its version as its ETag. */
    static void describeEntityTag(Operation operation, Map<String, Schema> schemas) {
        operation.getResponses().getAPIResponses().values().stream()
                .filter(response -> response.getContent() != null)
                .filter(response -> response.getContent().getMediaTypes().values().stream()
                        .map(type -> type.getSchema() == null ? null : nameOf(type.getSchema()))
                        .anyMatch(name -> name != null && isVersioned(schemas.get(name))))
                .forEach(response -> response.addHeader(
                        "ETag",
                        OASFactory.createHeader()
                                .description("The version, for If-Match")
                                .schema(OASFactory.createSchema().addType(SchemaType.STRING))));
    }

    private static boolean isVersioned(@Nullable Schema schema) {
        return schema != null
                && schema.getProperties() != null
                && schema.getProperties().containsKey("version");
    }

    /** A field that may be left out may also be null. */
    private static void optionalMayBeNull(Schema body) {
        var required = Objects.requireNonNullElse(body.getRequired(), List.<String>of());
        Map.copyOf(body.getProperties()).forEach((name, property) -> {
            if (required.contains(name)) {
                return;
            }
            if (property.getRef() == null) {
                property.addType(SchemaType.NULL);
            } else {
                var nothing = OASFactory.createSchema().addType(SchemaType.NULL);
                body.addProperty(
                        name, OASFactory.createSchema().addAnyOf(property).addAnyOf(nothing));
            }
        });
    }

    private static Schema problem() {
        var errors = OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .items(OASFactory.createSchema().ref("FieldError"));
        return object("type", "title", "detail", "instance", "code", "trace_id")
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("errors", errors)
                .required(List.of("code", "status", "title", "type"));
    }

    /** The validator matches the whole value, JSON Schema any part of it. */
    static void sayPatternAsJsonSchema(Schema schema) {
        var pattern = schema.getPattern();
        if (pattern != null && pattern.startsWith("(?U)")) {
            schema.pattern(TEXT);
        } else if (pattern != null && !pattern.startsWith("^")) {
            schema.pattern("^(?:" + pattern.replace("\\p{Cntrl}", "\\x00-\\x1f\\x7f") + ")$");
        }
    }

    private static Schema object(String... texts) {
        var schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
        for (var name : texts) {
            schema.addProperty(name, OASFactory.createSchema().addType(SchemaType.STRING));
        }
        return schema;
    }

    private static boolean isObject(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.OBJECT);
    }

    private static @Nullable String nameOf(Schema schema) {
        var reference = schema.getRef();
        return reference == null ? null : reference.substring(REFERENCE.length());
    }

    private static List<Schema> children(Schema schema) {
        var properties = List.copyOf(Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of())
                .values());
        if (schema.getItems() == null) {
            return properties;
        }
        var all = new ArrayList<>(properties);
        all.add(schema.getItems());
        return all;
    }
}

package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.application.ChangeCustomer.Edited;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.kit.domain.Failure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A JSON merge patch (RFC 7396): a field left out stays, one that is null is cleared. */
@Singleton
class CustomerPatch {

    private static final PropertyNamingStrategies.SnakeCaseStrategy NAMES =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    /** So that the path of a violation begins as one of a request does: with a method, and its parameter. */
    record Request(@Valid Method patch) {}

    record Method(@Valid EditBody body) {}

    private final ObjectMapper json;
    private final Validator validator;

    CustomerPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Only what the patch names is judged, and what it must have beside that: the monolith left much that no rule allows. */
    Edited applied(Customer customer, ObjectNode patch) {
        if (patch.isEmpty()) {
            throw Failure.invalid("body", "must name a field to change");
        }
        ObjectNode whole = json.valueToTree(EditBody.of(customer));
        merge(whole, patch);
        return read(whole, patch).toEdited();
    }

    private static void merge(ObjectNode whole, ObjectNode patch) {
        patch.properties().forEach(field -> {
            var name = field.getKey();
            var value = field.getValue();
            if (value.isNull()) {
                whole.remove(name);
            } else if (value instanceof ObjectNode nested && whole.get(name) instanceof ObjectNode known) {
                merge(known, nested);
            } else {
                whole.set(name, value);
            }
        });
    }

    private EditBody read(ObjectNode whole, ObjectNode patch) {
        try {
            var edited = json.treeToValue(whole, EditBody.class);
            var violations = validator.validate(new Request(new Method(edited))).stream()
                    .filter(violation ->
                            violation.getInvalidValue() == null || names(patch, violation.getPropertyPath()))
                    .collect(Collectors.toSet());
            if (violations.isEmpty()) {
                return edited;
            }
            throw new ConstraintViolationException(violations);
        } catch (JsonProcessingException unreadable) {
            throw new BadRequestException(unreadable);
        }
    }

    /** Whether the patch has the field at this path, below the method and its parameter. */
    private static boolean names(ObjectNode patch, Path path) {
        JsonNode node = patch;
        var steps = StreamSupport.stream(path.spliterator(), false).skip(2).toList();
        for (var step : steps) {
            node = node.path(NAMES.translate(step.getName()));
        }
        return !node.isMissingNode();
    }
}

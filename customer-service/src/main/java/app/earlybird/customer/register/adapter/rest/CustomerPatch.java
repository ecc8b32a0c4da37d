package app.earlybird.customer.register.adapter.rest;

import app.earlybird.customer.register.application.ChangeCustomer.Edited;
import app.earlybird.customer.register.domain.Customer;
import app.earlybird.kit.domain.Failure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.ws.rs.BadRequestException;

/** A JSON merge patch (RFC 7396): a field left out stays, one that is null is cleared. */
@Singleton
class CustomerPatch {

    /** So that the path of a violation begins as one of a request does: with a method, and its parameter. */
    record Request(@Valid Method patch) {}

    record Method(@Valid EditBody body) {}

    private final ObjectMapper json;
    private final Validator validator;

    CustomerPatch(ObjectMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Fails as the whole body would, with the fields of the patch. */
    Edited applied(Customer customer, ObjectNode patch) {
        if (patch.isEmpty()) {
            throw Failure.invalid("body", "must name a field to change");
        }
        ObjectNode whole = json.valueToTree(EditBody.of(customer));
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                whole.remove(field.getKey());
            } else {
                whole.set(field.getKey(), field.getValue());
            }
        });
        return read(whole).toEdited();
    }

    private EditBody read(ObjectNode whole) {
        try {
            var edited = json.treeToValue(whole, EditBody.class);
            var violations = validator.validate(new Request(new Method(edited)));
            if (violations.isEmpty()) {
                return edited;
            }
            throw new ConstraintViolationException(violations);
        } catch (JsonProcessingException unreadable) {
            throw new BadRequestException(unreadable);
        }
    }
}

package app.earlybird.operations.cli;

import app.earlybird.local.test.SuiteInfrastructure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** The command in this process, with what it printed. */
final class Terminal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StringWriter out = new StringWriter();

    static String mongodbUri() {
        SuiteInfrastructure.start();
        return SuiteInfrastructure.mongodbUri();
    }

    static String kafka() {
        SuiteInfrastructure.start();
        return SuiteInfrastructure.kafka();
    }

    int run(String... arguments) {
        out = new StringWriter();
        return Operations.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    String text() {
        return out.toString();
    }

    JsonNode json() {
        try {
            return JSON.readTree(out.toString());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(out.toString(), noJson);
        }
    }

    List<String> texts(String field) {
        var texts = new ArrayList<String>();
        json().path(field).forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

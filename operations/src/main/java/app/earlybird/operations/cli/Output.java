package app.earlybird.operations.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Text for people, or one JSON object. */
final class Output {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--json", description = "One JSON object on the standard output instead of text.")
    private boolean json;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** @param lines for people */
    int print(ExitCode exit, Map<String, ?> answer, Iterable<String> lines) {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(json(spec.commandLine(), exit, answer));
        } else {
            lines.forEach(out::println);
        }
        out.flush();
        return exit.code();
    }

    /** For people, beside whatever is printed. */
    void warn(String sentence) {
        spec.commandLine().getErr().println(sentence);
    }

    static String json(CommandLine command, ExitCode exit, Map<String, ?> answer) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("tool", "earlybird-operations");
        fields.put("version", Operations.VERSION);
        fields.put("command", command.getCommandSpec().qualifiedName(" ").replaceFirst("^operations ?", ""));
        fields.put("exit_code", exit.code());
        fields.putAll(answer);
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException notPlain) {
            throw new IllegalArgumentException(notPlain);
        }
    }
}

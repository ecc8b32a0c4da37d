package app.earlybird.migrations.cli;

import app.earlybird.migrations.engine.Databases;
import app.earlybird.migrations.engine.Done;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Text for people, or one JSON object. */
final class Output {

    @Option(names = "--json", description = "One JSON object on the standard output instead of text.")
    private boolean json;

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    boolean isJson() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    void print(Answer answer, Runnable text) {
        if (json) {
            out().println(answer);
        } else {
            text.run();
        }
        out().flush();
    }

    void where(Databases databases) {
        out().printf("On %s: %s%n", String.join(",", databases.hosts()), String.join(", ", databases.allNames()));
    }

    void describe(Done done, String verb) {
        out().printf("%s %s%n", done.status().id(), done.status().name());
        done.indexes().forEach(index -> out().printf("    index %s %s%n", index, verb));
        done.counters().forEach((name, count) -> out().printf("    %-28s %d%n", name, count));
        done.conflicts().forEach((kind, count) -> out().printf("    conflict: %-18s %d%n", kind, count));
        if (!done.samples().isEmpty()) {
            out().printf("    for example %s%n", String.join(", ", done.samples()));
        }
    }
}

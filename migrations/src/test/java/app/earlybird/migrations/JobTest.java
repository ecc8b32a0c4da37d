package app.earlybird.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.local.process.Home;
import app.earlybird.migrations.legacy.LegacyData;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The Job of {@code deploy/k8s}, as far as it can be run without a cluster: its exact command line. */
class JobTest {

    private static final Pattern ARGS = Pattern.compile("args: (\\[.*])");

    @Test
    @Tag("M16")
    void its_command_line_runs_and_runs_again() throws IOException {
        var manifest = Files.readString(Home.root().resolve("deploy/k8s/migrate-job.yaml"));
        var arguments = new ObjectMapper().readValue(argsIn(manifest), String[].class);
        try (var scene = new Scene()) {
            LegacyData.write(scene.database(), 100, 1);
            var first = Migrator.start(scene, arguments);
            assertThat(first.await()).isZero();
            assertThat(first.json().get("migrations")).hasSize(3);
            var again = Migrator.start(scene, arguments);
            assertThat(again.await()).isZero();
            assertThat(again.json().get("migrations")).isEmpty();
        }
    }

    @Test
    @Tag("M16")
    void it_is_tried_again_stopped_in_order_and_allowed_nothing_it_does_not_need() throws IOException {
        assertThat(Files.readString(Home.root().resolve("deploy/k8s/migrate-job.yaml")))
                .contains("backoffLimit: 6", "restartPolicy: Never", "terminationGracePeriodSeconds: 45")
                .contains("runAsNonRoot: true", "readOnlyRootFilesystem: true", "automountServiceAccountToken: false")
                .contains("secretKeyRef");
        assertThat(Files.readString(Home.root().resolve("deploy/migrations.Dockerfile")))
                .contains("ENTRYPOINT [\"java\", \"-jar\", \"/app/migrations.jar\"]", "USER 10001");
    }

    /** As where a report is written to a disk that is full. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void an_answer_that_cannot_be_written_is_no_success() {
        try (var scene = new Scene()) {
            var migrator = Migrator.start(Scene.uri(), scene.name, Path.of("/dev/full"), "status");
            assertThat(migrator.await()).isEqualTo(1);
            assertThat(migrator.error()).contains("standard output").hasLineCount(1);
        }
    }

    private static String argsIn(String manifest) {
        var found = ARGS.matcher(manifest);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

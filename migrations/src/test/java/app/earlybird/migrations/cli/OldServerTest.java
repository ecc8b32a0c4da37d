package app.earlybird.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.ServerVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that says it is older than what the suite needs. */
class OldServerTest {

    /** The driver still speaks to it. */
    private static final MongoVersion LAST_BEFORE = new MongoVersion() {
        @Override
        public List<Integer> getVersionArray() {
            return List.of(4, 4, 0);
        }

        @Override
        public int getWireVersion() {
            return 9;
        }
    };

    static Stream<Arguments> versions() {
        return Stream.of(Arguments.of(ServerVersion.MONGO_3_6), Arguments.of(LAST_BEFORE));
    }

    @ParameterizedTest
    @MethodSource("versions")
    void it_is_refused_with_the_version_it_must_have(MongoVersion version) {
        var server = new MongoServer(new MemoryBackend().version(version));
        try {
            var uri = "mongodb://127.0.0.1:" + server.bind().getPort();
            var err = new StringWriter();
            var exit = Migrate.commandLine().setErr(new PrintWriter(err, true)).execute("up", "--uri", uri);
            assertThat(exit).isEqualTo(6);
            assertThat(err.toString()).contains("5.0 or newer").hasLineCount(1);
        } finally {
            server.shutdownNow();
        }
    }
}

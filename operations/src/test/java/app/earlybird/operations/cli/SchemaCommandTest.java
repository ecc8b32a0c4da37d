package app.earlybird.operations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.StoredCollection;
import app.earlybird.contracts.Topic;
import app.earlybird.local.process.Home;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command as an operator and a Job call it. */
class SchemaCommandTest {

    private final String database = "schema_" + UUID.randomUUID();
    private final Terminal terminal = new Terminal();
    private MongoClient client = MongoClients.create(Terminal.mongodbUri());

    @BeforeEach
    void connect() {
        client = MongoClients.create(Terminal.mongodbUri());
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void apply_creates_everything_once_and_status_agrees() {
        assertThat(schema("status")).isEqualTo(ExitCode.DIFFERENT.code());

        assertThat(schema("apply")).isZero();
        assertThat(terminal.texts("created"))
                .contains("index auth.users.id_1", "index delivery.delivery_statuses.order_id_1")
                .hasSizeGreaterThanOrEqualTo(declaredIndexes());

        assertThat(schema("apply")).isZero();
        assertThat(terminal.texts("created")).isEmpty();
        assertThat(terminal.texts("corrected")).isEmpty();
        assertThat(schema("status")).isZero();
    }

    @Test
    void topics_have_their_settings_and_dead_letters() throws Exception {
        assertThat(schema("apply")).isZero();
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Terminal.kafka()))) {
            assertThat(admin.listTopics().names().get())
                    .contains(Topic.Name.CUSTOMER, Topic.Name.BILLING, Topic.Name.CUSTOMER + ".auth-service.dlt");
            var topic = new ConfigResource(ConfigResource.Type.TOPIC, Topic.Name.BILLING);
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", "60000"), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }

        assertThat(schema("status")).isEqualTo(ExitCode.DIFFERENT.code());
        assertThat(terminal.texts("different")).contains("topic " + Topic.Name.BILLING);
        assertThat(schema("apply")).isZero();
        assertThat(terminal.texts("corrected")).containsExactly("topic " + Topic.Name.BILLING);
        assertThat(schema("status")).isZero();
    }

    @Test
    void an_index_that_differs_is_replaced_and_one_that_is_not_declared_stays() {
        products().createIndex(new Document("id", 1));
        products().createIndex(new Document("colour", 1), new IndexOptions().name("of_somebody_else"));

        assertThat(schema("apply")).isZero();

        assertThat(terminal.texts("corrected")).contains("index order.products.id_1");
        assertThat(products().listIndexes())
                .anySatisfy(
                        index -> assertThat(index).containsEntry("name", "id_1").containsEntry("unique", true))
                .anySatisfy(index -> assertThat(index).containsEntry("name", "of_somebody_else"));
    }

    @Test
    void duplicates_under_a_unique_index_are_a_precondition_with_a_way_out() {
        products().insertMany(List.of(new Document("id", "milk"), new Document("id", "milk")));

        assertThat(schema("apply")).isEqualTo(ExitCode.PRECONDITION.code());

        assertThat(terminal.json().path("error").asText()).contains("order.products.id_1", "report conflicts");
    }

    @Test
    void what_does_not_answer_and_what_is_no_name_have_their_codes() {
        assertThat(terminal.run(
                        "schema", "status", "--json", "--bootstrap-servers", Terminal.kafka(), "--database", "admin"))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.run(
                        "schema", "status", "--uri", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300", "--json"))
                .isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(terminal.json().path("exit_code").asInt()).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(terminal.run("schema", "nothing")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.run("schema", "apply", "--nothing", "--json")).isEqualTo(ExitCode.USAGE.code());
        assertThat(terminal.json().path("error").asText()).contains("--nothing");
    }

    /** The manifests call it as {@link #schema} does; they were not applied: there is no cluster here. */
    @Test
    void the_deploys_call_this_command_with_no_more_rights_than_it_needs() throws IOException {
        var root = Home.root();
        assertThat(Files.readString(root.resolve("deploy/k8s/schema-job.yaml")))
                .contains("args: [\"schema\", \"apply\", \"--json\"]", "restartPolicy: Never", "secretKeyRef")
                .contains("runAsNonRoot: true", "readOnlyRootFilesystem: true", "automountServiceAccountToken: false");
        assertThat(Files.readString(root.resolve("docker-compose.yml")))
                .contains("deploy/operations.Dockerfile", "command: [\"schema\", \"apply\"]");
        assertThat(Files.readString(root.resolve("deploy/operations.Dockerfile")))
                .contains("ENTRYPOINT [\"java\", \"-jar\", \"/app/operations.jar\"]", "USER 10001");
    }

    private int schema(String what) {
        return terminal.run(
                "schema",
                what,
                "--json",
                "--uri",
                Terminal.mongodbUri(),
                "--database",
                database,
                "--bootstrap-servers",
                Terminal.kafka());
    }

    private MongoCollection<Document> products() {
        return client.getDatabase(database).getCollection(StoredCollection.Name.PRODUCTS);
    }

    private static int declaredIndexes() {
        return List.of(StoredCollection.values()).stream()
                .mapToInt(collection -> collection.indexes().size())
                .sum();
    }
}

package app.earlybird.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.earlybird.migrations.engine.Conflicts;
import app.earlybird.migrations.legacy.LegacyData;
import com.mongodb.client.model.Filters;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command, ended in every way a process can end. */
class KilledMigratorTest {

    private static final int KILLS = Boolean.getBoolean("earlybird.soak") ? 50 : 5;
    private static final int KILLS_ELSEWHERE = Boolean.getBoolean("earlybird.soak") ? 20 : 2;
    private static final long SEED = Long.getLong("earlybird.seed", System.nanoTime());
    private static final int CUSTOMERS = 300;
    private static final int STEP_DOWNS = 5;
    private static final String[] UP = {"up", "--to", "003", "--batch-size", "40", "--lease-seconds", "2", "--json"};
    private static final String[] RESCAN = {
        "up", "--to", "003", "--rescan", "--batch-size", "40", "--lease-seconds", "2", "--json"
    };
    private static final String[] DOWN = {"down", "--to", "000", "--batch-size", "40", "--lease-seconds", "2", "--json"
    };

    @Test
    @Tag("M03")
    @Tag("F31")
    @Tag("I-07")
    void killed_anywhere_it_ends_where_an_uninterrupted_run_ends() throws InterruptedException {
        var random = new Random(SEED);
        var expected = digestOfAnUninterruptedRun();
        for (int round = 0; round < KILLS; round++) {
            try (var scene = new Scene()) {
                var data = LegacyData.write(scene.database(), CUSTOMERS, 1);
                var killed = Migrator.start(scene, UP);
                awaitBegun(scene, killed);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(900));
                killed.kill();

                assertThat(Migrator.start(scene, UP).await()).isZero();
                assertThat(scene.digest()).as("seed %d, round %d", SEED, round).isEqualTo(expected);
                assertThat(Conflicts.of(scene.databases, null)).hasSize(conflicts(data));
            }
        }
        System.out.printf("M03 %d kills, seed %d: the digest of an uninterrupted run every time%n", KILLS, SEED);
    }

    /** The same command again is all that is needed. */
    @Test
    @Tag("M03")
    void a_second_look_and_the_way_back_killed_anywhere_end_where_uninterrupted_ones_do() throws InterruptedException {
        var random = new Random(SEED);
        var applied = digestOfAnUninterruptedRun();
        var takenBack = digestOfAnUninterruptedDown();
        for (int round = 0; round < KILLS_ELSEWHERE; round++) {
            try (var scene = new Scene()) {
                var data = LegacyData.write(scene.database(), CUSTOMERS, 1);
                scene.up("003");
                killAndRepeat(scene, random, RESCAN);
                assertThat(scene.digest()).as("rescan, seed %d", SEED).isEqualTo(applied);
                assertThat(Conflicts.of(scene.databases, null)).hasSize(conflicts(data));
                killAndRepeat(scene, random, DOWN);
                assertThat(scene.digest()).as("down, seed %d", SEED).isEqualTo(takenBack);
                killAndRepeat(scene, random, UP);
                assertThat(scene.digest()).as("up, seed %d", SEED).isEqualTo(applied);
                assertThat(scene.databases.own("migration_restore").countDocuments())
                        .isZero();
            }
        }
    }

    private static void killAndRepeat(Scene scene, Random random, String... command) throws InterruptedException {
        var killed = Migrator.start(scene, command);
        awaitBegun(scene, killed);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(600));
        killed.kill();
        assertThat(Migrator.start(scene, command).await()).isZero();
    }

    @Test
    @Tag("M04")
    void of_ten_at_once_one_works_and_the_others_say_who() {
        try (var scene = new Scene()) {
            LegacyData.write(scene.database(), CUSTOMERS, 1);
            var all = IntStream.range(0, 10)
                    .mapToObj(i -> Migrator.start(scene, UP))
                    .toList();

            var exits = all.stream().map(Migrator::await).toList();

            assertThat(exits).containsOnly(0, 5).contains(0);
            var worked = all.stream()
                    .filter(each ->
                            each.await() == 0 && !each.json().get("migrations").isEmpty());
            assertThat(worked).hasSize(1);
            assertThat(all.stream().filter(each -> each.await() == 5))
                    .allSatisfy(each -> assertThat(each.error()).contains("Another migrator is at work"));
            assertThat(scene.digest()).isEqualTo(digestOfAnUninterruptedRun());
        }
    }

    @Test
    @Tag("M05")
    void one_that_stood_still_beyond_its_lease_writes_nothing_more() {
        try (var scene = new Scene()) {
            LegacyData.write(scene.database(), CUSTOMERS, 1);
            var still = Migrator.start(
                    scene, "up", "--to", "003", "--batch-size", "20", "--max-rate", "100", "--lease-seconds", "2");
            awaitBegun(scene, still);
            still.signal("STOP");

            assertThat(Migrator.start(scene, UP).await()).isZero();
            var done = scene.digest();
            still.signal("CONT");

            assertThat(still.await()).isEqualTo(10);
            assertThat(still.error()).contains("has taken over");
            assertThat(scene.digest()).isEqualTo(done);
        }
    }

    @Test
    @Tag("M16")
    @Tag("I-15")
    void asked_to_stop_it_ends_its_batch_and_the_next_goes_on_without_anybodys_help() {
        try (var scene = new Scene()) {
            LegacyData.write(scene.database(), CUSTOMERS, 1);
            var asked = Migrator.start(scene, "up", "--to", "003", "--batch-size", "20", "--max-rate", "60", "--json");
            awaitBegun(scene, asked);
            asked.terminate();

            assertThat(asked.await()).isEqualTo(7);
            assertThat(asked.json().get("exit_code").asInt()).isEqualTo(7);
            assertThat(Migrator.start(scene, "lock", "show").await()).isZero();
            var next = Migrator.start(scene, UP);
            assertThat(next.await()).isZero();
            assertThat(next.json().at("/lock/waited_ms").asLong()).isLessThan(1000);
            assertThat(scene.digest()).isEqualTo(digestOfAnUninterruptedRun());
        }
    }

    @Test
    @Tag("M10")
    void a_step_down_of_the_primary_in_the_middle_is_gone_on_after() throws InterruptedException {
        assumeThat(System.getenv("EARLYBIRD_MONGODB_URI"))
                .as("needs a server with several members: the embedded one has no primary to step down")
                .isNotNull();
        var expected = digestOfAnUninterruptedRun();
        for (int round = 0; round < STEP_DOWNS; round++) {
            try (var scene = new Scene()) {
                LegacyData.write(scene.database(), CUSTOMERS, 1);
                var migrator = Migrator.start(scene, "up", "--to", "003", "--batch-size", "40", "--max-rate", "400");
                awaitBegun(scene, migrator);
                TimeUnit.MILLISECONDS.sleep(200);
                scene.stepDown();
                if (migrator.await() != 0) {
                    assertThat(Migrator.start(scene, UP).await()).isZero();
                }
                assertThat(scene.digest()).isEqualTo(expected);
            }
        }
    }

    private static String digestOfAnUninterruptedRun() {
        try (var scene = new Scene()) {
            LegacyData.write(scene.database(), CUSTOMERS, 1);
            scene.up("003");
            return scene.digest();
        }
    }

    private static String digestOfAnUninterruptedDown() {
        try (var scene = new Scene()) {
            LegacyData.write(scene.database(), CUSTOMERS, 1);
            scene.up("003");
            scene.down("000", false);
            return scene.digest();
        }
    }

    private static int conflicts(LegacyData data) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(number -> data.conflicts("00" + number))
                .flatMap(counts -> counts.values().stream())
                .mapToInt(Long::intValue)
                .sum();
    }

    /** Until it has written something of its own. */
    private static void awaitBegun(Scene scene, Migrator migrator) {
        while (migrator.isAlive()
                && scene.databases.own("migrations").countDocuments(Filters.exists("progress")) == 0) {
            Thread.onSpinWait();
        }
    }
}

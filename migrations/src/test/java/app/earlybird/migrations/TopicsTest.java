package app.earlybird.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import app.earlybird.contracts.Topic;
import app.earlybird.local.test.SuiteInfrastructure;
import app.earlybird.migrations.topics.Topics;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void topics_are_made_once_with_their_dead_letters_and_settings() throws Exception {
        SuiteInfrastructure.start();
        var topics = new Topics(SuiteInfrastructure.kafka(), (short) 1);
        var first = topics.apply();
        var second = topics.apply();

        assertThat(first.created())
                .contains(Topic.Name.CUSTOMER, Topic.Name.BILLING, Topic.Name.CUSTOMER + ".auth-service.dlt");
        assertThat(second.created()).isEmpty();
        assertThat(second.changed()).isEmpty();
    }
}

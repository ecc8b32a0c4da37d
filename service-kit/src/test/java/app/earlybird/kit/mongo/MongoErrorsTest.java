package app.earlybird.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.api.Test;

class MongoErrorsTest {

    @Test
    void a_database_that_is_away_is_transient() {
        assertThat(MongoErrors.isTransient(new MongoTimeoutException("no server")))
                .isTrue();
        assertThat(MongoErrors.isTransient(new MongoSocketReadException("cut", new ServerAddress())))
                .isTrue();
    }

    /** Retried for ever, it would stop its partition; as an answer, 503 would promise what never comes. */
    @Test
    void a_mistake_of_the_client_is_not() {
        assertThat(MongoErrors.isTransient(new MongoClientException("Sessions are not supported")))
                .isFalse();
        assertThat(MongoErrors.isTransient(new CodecConfigurationException("no codec")))
                .isFalse();
    }
}

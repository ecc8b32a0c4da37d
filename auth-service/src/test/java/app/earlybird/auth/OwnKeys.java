package app.earlybird.auth;

import app.earlybird.kit.test.SuiteResource;
import app.earlybird.local.process.Ports;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * auth-service verifies with the keys it publishes itself, as it does in earnest; what takes days takes seconds, and no
 * window ends while its guesses are counted.
 */
public class OwnKeys implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        var port = Integer.toString(Ports.free());
        return new HashMap<>(Map.of(
                "earlybird.auth.first-admin.email",
                AuthApi.ADMIN_EMAIL,
                "earlybird.auth.first-admin.password",
                AuthApi.FIRST_PASSWORD,
                "earlybird.auth.throttle.window",
                "8760h",
                "quarkus.http.test-port",
                port,
                "mp.jwt.verify.publickey.location",
                "http://127.0.0.1:" + port + "/.well-known/jwks.json"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(SuiteResource.class, Map.of("keys", "ITS_OWN")));
    }

    /** One application for every test of this profile, with these keys and no others. */
    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    /** Accounts begin with an invite, as in production. */
    public static class ByInvite extends OwnKeys {

        @Override
        public Map<String, String> getConfigOverrides() {
            var config = super.getConfigOverrides();
            config.put("earlybird.auth.first-secret", "invite");
            return config;
        }
    }
}

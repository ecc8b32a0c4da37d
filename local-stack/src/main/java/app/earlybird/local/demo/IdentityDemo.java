package app.earlybird.local.demo;

import app.earlybird.local.http.Api;
import app.earlybird.local.http.Api.Answer;
import app.earlybird.local.http.Poll;
import app.earlybird.local.http.Suite;
import app.earlybird.local.stack.Secrets;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Sessions, keys and the life of a link, over HTTP through the gateway. */
public final class IdentityDemo {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LONGER_THAN_THE_GRACE_SECONDS = 11;
    private static final String OWN_PASSWORD = "chai-at-six-every-day";

    private final Suite suite;
    private final Secrets secrets;
    private final Steps steps;

    public IdentityDemo(String gatewayUrl, Secrets secrets, PrintStream out) {
        this.suite = new Suite(gatewayUrl);
        this.secrets = secrets;
        this.steps = new Steps(out);
    }

    /** Fails at the first step that does not hold. */
    public void run() {
        var own = System.getenv().getOrDefault("EARLYBIRD_ADMIN_PASSWORD", secrets.ownAdminPassword());
        var admin = suite.logInAsAdmin(Secrets.ADMIN_EMAIL, secrets.firstAdminPassword(), own);
        var customer = readyCustomer(admin);
        suite.firstLogIn(Suite.emailOf(customer), Suite.DEFAULT_PASSWORD, OWN_PASSWORD);
        var session = suite.tryLogIn(Suite.emailOf(customer), OWN_PASSWORD).mustBe(200);
        steps.say("a customer logs in", "an access token of " + session.text("expires_in") + " s, and a refresh token");
        refresh(session);
        rotate(admin);
        link(admin);
        steps.end();
    }

    private void refresh(Answer session) {
        var first = session.text("refresh_token");
        var second = refresh(first).mustBe(200).text("refresh_token");
        Steps.must(!second.equals(first), "a refresh token is replaced");
        Steps.must(refresh(first).mustBe(200).text("refresh_token").equals(second), "a lost answer is given again");
        steps.say("she refreshes her session", "the token is replaced; asked again at once, the same answer comes");
        pause(LONGER_THAN_THE_GRACE_SECONDS);
        refresh(first).mustBe(401);
        refresh(second).mustBe(401);
        steps.say("somebody uses the old token later", "caught: the session has ended for both");
    }

    private void rotate(Api admin) {
        var next = admin.post("/api/auth/keys/rotate", Map.of()).mustBe(200);
        var published =
                suite.gateway().get("/.well-known/jwks.json").mustBe(200).body().path("keys");
        var kids = published.findValuesAsText("kid");
        Steps.must(kids.contains(next.text("kid")), "the next key is published");
        admin.get("/api/auth/me").mustBe(200);
        steps.say(
                "the signing key is followed by another",
                kids.size() + " keys are published; the next signs from " + next.text("active_from"));
    }

    private void link(Api admin) {
        var owner = readyCustomer(admin);
        var user = customer(admin, owner).text("user_id");
        var refused = admin.post("/api/phase0-v2/customers", household(user));
        refused.mustBe(409);
        steps.say("another customer wants a user that is taken", "409 " + refused.text("code"));
        post(admin, owner + "/unlink", Map.of("reason", "To show a race")).mustBe(200);
        race(admin, Map.of("user_id", user, "reason", "To show a race"));
    }

    private void race(Api admin, Map<String, String> wanted) {
        var first = unlinked(admin);
        var second = unlinked(admin);
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> linkWhenFree(admin, first, wanted)),
                        CompletableFuture.runAsync(() -> linkWhenFree(admin, second, wanted)))
                .join();
        Poll.until(
                "one link and one conflict",
                PATIENCE,
                () -> states(admin, first, second).equals(List.of("conflict", "ready")));
        var loser = suite.loginState(admin, first).equals("conflict") ? first : second;
        var listed =
                admin.get("/api/phase0-v2/link-conflicts?limit=200").mustBe(200).body();
        Steps.must(listed.findValuesAsText("customer_id").contains(loser), "the conflict is listed");
        steps.say("two customers want one user at once", "one has it, the other is listed as a conflict");
        post(admin, loser + "/unlink", Map.of("reason", "Settled")).mustBe(200);
        Steps.must(suite.loginState(admin, loser).equals("unlinked"), "the conflict is settled");
        steps.say("the conflict is settled", "login_state unlinked, with a reason, in the customer's audit");
    }

    /** auth-service may not have heard yet that the user is free: then it says no, and is asked again. */
    private void linkWhenFree(Api admin, String customer, Map<String, String> wanted) {
        Poll.until("a free user", PATIENCE, () -> {
            var answer = post(admin, customer + "/link", wanted);
            return answer.status() == 200
                    || suite.loginState(admin, customer).equals("conflict")
                    || lost(admin, wanted);
        });
    }

    private static boolean lost(Api admin, Map<String, String> wanted) {
        var user = admin.get("/api/admin/users/" + wanted.get("user_id")).mustBe(200);
        return !user.text("customer_v2_id").isEmpty();
    }

    private List<String> states(Api admin, String first, String second) {
        return List.of(suite.loginState(admin, first), suite.loginState(admin, second)).stream()
                .sorted()
                .toList();
    }

    private String unlinked(Api admin) {
        var id = readyCustomer(admin);
        post(admin, id + "/unlink", Map.of("reason", "To be linked")).mustBe(200);
        return id;
    }

    private String readyCustomer(Api admin) {
        var id = admin.post("/api/phase0-v2/customers", household(null))
                .mustBe(201)
                .text("id");
        Poll.until(
                "login_state ready", PATIENCE, () -> suite.loginState(admin, id).equals("ready"));
        return id;
    }

    private Answer customer(Api admin, String id) {
        return admin.get("/api/phase0-v2/customers/" + id).mustBe(200);
    }

    private Answer refresh(String token) {
        return suite.gateway().post("/api/auth/refresh", Map.of("refresh_token", token));
    }

    private static Answer post(Api admin, String path, Map<String, String> body) {
        return admin.post("/api/phase0-v2/customers/" + path, body);
    }

    private static Map<String, String> household(@Nullable String user) {
        var body = new HashMap<>(
                Map.of("name", "Asha Rao", "phone", "98765 43210", "address", "12 MG Road", "area", "Indiranagar"));
        if (user != null) {
            body.put("user_id", user);
        }
        return body;
    }

    private static void pause(int seconds) {
        try {
            TimeUnit.SECONDS.sleep(seconds);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", interrupted);
        }
    }
}

package app.earlybird.auth.account.adapter.bcrypt;

import app.earlybird.auth.account.application.Passwords;
import app.earlybird.auth.account.domain.PasswordPolicy;
import app.earlybird.auth.account.domain.Secret;
import app.earlybird.auth.account.domain.SecretDigest;
import app.earlybird.auth.runtime.AuthConfig;
import app.earlybird.kit.domain.Failure;
import com.nulabinc.zxcvbn.StandardDictionaries;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** bcrypt on few threads with a short queue. */
@ApplicationScoped
class BcryptPasswords implements Passwords {

    private static final int WAITING = 50;
    private final int cost;
    /** Of a random password nobody has; verified where there is no bcrypt hash, so that every login costs one. */
    private final StoredHash dummy;

    private final @Nullable String defaultPassword;
    private final Set<String> common;
    private final MeterRegistry meters;
    private final ExecutorService workers;

    BcryptPasswords(AuthConfig config, MeterRegistry meters) {
        var byDefault = config.firstSecret() == AuthConfig.FirstSecret.DEFAULT_PASSWORD;
        this.defaultPassword = byDefault ? config.defaultPassword().orElse(null) : null;
        this.cost = config.bcryptCost();
        this.dummy = new StoredHash(BcryptUtil.bcryptHash(SecretDigest.newSecret(), cost));
        this.common = common();
        this.meters = meters;
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.workers = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
    }

    @Override
    public Uni<Verdict> verify(String password, @Nullable Secret secret) {
        return work(() -> verdict(password, secret));
    }

    @Override
    public Uni<String> hash(String password) {
        return work(() -> BcryptUtil.bcryptHash(password, cost));
    }

    @Override
    public boolean isKnownToAll(String password) {
        return isDefault(password) || common.contains(password.toLowerCase(Locale.ROOT));
    }

    /** At the start, not at the first login. */
    void prepare(@Observes StartupEvent event) {
        Log.debugf("Passwords are hashed at cost %d", cost);
    }

    @PreDestroy
    void stop() {
        workers.shutdown();
    }

    private Verdict verdict(String password, @Nullable Secret secret) {
        var hash = secret == null || secret.hash() == null ? null : new StoredHash(secret.hash());
        if (hash != null && hash.isUnreadable()) {
            throw unreadable();
        }
        var bcrypt = hash != null && hash.isBcrypt() ? hash : dummy;
        var matchesBcrypt = counted(bcrypt, password);
        // bcrypt would take anything that begins with the right 72 bytes.
        if (!PasswordPolicy.fits(password)) {
            return Verdict.WRONG;
        }
        if (hash == null) {
            var onDefault = secret != null && secret.kind() == Secret.Kind.DEFAULT_PASSWORD;
            return isDefault(password) && onDefault ? Verdict.RIGHT : Verdict.WRONG;
        }
        if (hash.isBcrypt() ? !matchesBcrypt : !hash.isSha256Of(password)) {
            return Verdict.WRONG;
        }
        return hash.isOlderThan(cost) ? Verdict.RIGHT_BUT_OLD : Verdict.RIGHT;
    }

    private boolean counted(StoredHash hash, String password) {
        meters.counter("earlybird.auth.password.checks").increment();
        return hash.isBcryptOf(password);
    }

    private Failure unreadable() {
        meters.counter("earlybird.auth.password.hash.unreadable").increment();
        Log.error("A stored password hash is of no form this service knows; its account cannot log in");
        return Failure.unavailable("password_check_failed", "The password cannot be checked now");
    }

    private boolean isDefault(String password) {
        return defaultPassword != null
                && MessageDigest.isEqual(
                        defaultPassword.getBytes(StandardCharsets.UTF_8), password.getBytes(StandardCharsets.UTF_8));
    }

    /** The 30,000 most common ones. */
    private static Set<String> common() {
        try {
            return Set.copyOf(StandardDictionaries.PASSWORDS_LOADER
                    .load()
                    .getRankedDictionary()
                    .keySet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private <T> Uni<T> work(Supplier<T> hashing) {
        Context caller = Vertx.currentContext();
        var done = Uni.createFrom()
                .item(hashing)
                .runSubscriptionOn(workers)
                .onFailure(RejectedExecutionException.class)
                .transform(full -> Failure.unavailable("busy", "Too many logins at once, try again"));
        return caller == null ? done : done.emitOn(MutinyHelper.executor(caller));
    }
}

package app.earlybird.auth.account.adapter.bcrypt;

import app.earlybird.auth.account.application.Passwords;
import app.earlybird.auth.account.domain.PasswordPolicy;
import app.earlybird.auth.account.domain.Secret;
import app.earlybird.auth.runtime.AuthConfig;
import app.earlybird.kit.domain.Failure;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** bcrypt, cost 12, on few threads with a short queue. */
@ApplicationScoped
class BcryptPasswords implements Passwords {

    private static final int COST = 12;
    private static final int WAITING = 50;

    /** Of a random password nobody has; verified where there is no hash, so that every login costs one. */
    private static final String DUMMY = "$2a$12$uTccU0iCGsjJ0Bc.Y5b5UeTP4wKs4/Pf4c5fulgXV4LdSxsoR24ZO";

    private final byte[] defaultPassword;
    private final ExecutorService workers;

    BcryptPasswords(AuthConfig config) {
        this.defaultPassword = config.defaultPassword().getBytes(StandardCharsets.UTF_8);
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.workers = new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING));
    }

    @Override
    public Uni<Boolean> matches(String password, @Nullable Secret secret) {
        return work(() -> {
            var hash = secret == null ? null : secret.hash();
            var matchesHash = verify(password, hash == null ? DUMMY : hash);
            return hash == null ? secret != null && isPublished(password) : matchesHash && isReadWhole(password);
        });
    }

    @Override
    public Uni<String> hash(String password) {
        return work(() -> BcryptUtil.bcryptHash(password, COST));
    }

    @PreDestroy
    void stop() {
        workers.shutdown();
    }

    @Override
    public boolean isPublished(String password) {
        return MessageDigest.isEqual(defaultPassword, password.getBytes(StandardCharsets.UTF_8));
    }

    /** bcrypt would take anything that begins with the right 72 bytes. */
    private static boolean isReadWhole(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= PasswordPolicy.MAX_BYTES;
    }

    /** The library does not know Python's {@code $2b$}, which is the same algorithm as {@code $2a$}. */
    private static boolean verify(String password, String hash) {
        return BcryptUtil.matches(password, hash.startsWith("$2b$") ? "$2a$" + hash.substring(4) : hash);
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

package app.earlybird.auth.session.application;

import app.earlybird.auth.account.application.Accounts;
import app.earlybird.auth.account.application.PasswordRules;
import app.earlybird.auth.account.application.Passwords;
import app.earlybird.auth.account.domain.Account;
import app.earlybird.auth.account.domain.InviteToken;
import app.earlybird.kit.domain.Visibility;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The owner of an account sets a password with an invite, and is logged in. */
@ApplicationScoped
public class RedeemInvite {

    public record Command(String token, String wanted) {
        @Override
        public String toString() {
            return "Command[token, wanted]";
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final OpenSession openSession;
    private final Clock clock;

    RedeemInvite(Accounts accounts, Passwords passwords, PasswordRules rules, OpenSession openSession, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.openSession = openSession;
        this.clock = clock;
    }

    /** An invite is valid once: of many requests at the same time one succeeds. */
    public Uni<OpenSession.Opened> handle(Command command) {
        var token = InviteToken.read(command.token());
        return accounts.findById(token.accountId(), Visibility.ALL)
                .map(account -> mustBeOpenedBy(token, account))
                .invoke(account -> rules.check("new_password", command.wanted(), account.email(), account.profile()))
                .chain(() -> passwords.hash(command.wanted()))
                .flatMap(hash -> accounts.update(
                        token.accountId(),
                        Visibility.ALL,
                        account -> mustBeOpenedBy(token, account).withOwnPassword(hash)))
                .flatMap(updated -> openSession.handle(updated.state()));
    }

    private Account mustBeOpenedBy(InviteToken token, @Nullable Account account) {
        return Optional.ofNullable(account)
                .filter(known -> known.status().isOpen())
                .filter(known -> Optional.ofNullable(known.secret().invite())
                        .filter(invite -> invite.opens(token.digest(), Instant.now(clock)))
                        .isPresent())
                .orElseThrow(InviteToken::invalid);
    }
}

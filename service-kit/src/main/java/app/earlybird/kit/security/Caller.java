package app.earlybird.kit.security;

import app.earlybird.contracts.TokenClaims;
import app.earlybird.kit.domain.Actor;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The bearer of the verified token of this request. */
@RequestScoped
public class Caller {

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    public Actor actor() {
        return new Actor(
                token.getSubject(),
                Objects.requireNonNullElse(text("name"), token.getSubject()),
                Objects.requireNonNullElse(text("role"), ""),
                text(TokenClaims.CUSTOMER));
    }

    /** The token as it came, to ask another service on the caller's behalf. */
    public String bearer() {
        return "Bearer " + token.getRawToken();
    }

    private String text(String claim) {
        return token.getClaim(claim);
    }
}

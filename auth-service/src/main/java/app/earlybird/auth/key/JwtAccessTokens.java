package app.earlybird.auth.key;

import app.earlybird.auth.runtime.AuthConfig;
import app.earlybird.auth.session.application.AccessTokens;
import app.earlybird.contracts.Roles;
import app.earlybird.contracts.TokenClaims;
import app.earlybird.kit.domain.Ids;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Tokens as architecture.md, section 6 has them. */
@ApplicationScoped
class JwtAccessTokens implements AccessTokens {

    private final SigningKeys keys;
    private final AuthConfig config;
    private final String issuer;

    JwtAccessTokens(SigningKeys keys, AuthConfig config, @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer) {
        this.keys = keys;
        this.config = config;
        this.issuer = issuer;
    }

    @Override
    public Uni<Token> issue(Subject subject) {
        var rights = subject.rights();
        var claims = claims(subject.id(), rights.role(), TokenClaims.AUDIENCE)
                .claim("email", subject.email())
                .claim("name", subject.name());
        optional(claims, TokenClaims.CUSTOMER, rights.customerId());
        optional(claims, TokenClaims.SCOPE, rights.scope());
        optional(claims, TokenClaims.SESSION, rights.sessionId());
        return sign(claims);
    }

    private static void optional(JwtClaimsBuilder claims, String name, @Nullable String value) {
        if (value != null) {
            claims.claim(name, value);
        }
    }

    /** @param audience the service the token is for; it opens nothing but that one's internal routes */
    Uni<Token> issueToService(String client, String audience) {
        return sign(claims(client, Roles.SERVICE, audience).claim("name", client));
    }

    private JwtClaimsBuilder claims(String subject, String role, String audience) {
        return Jwt.issuer(issuer)
                .subject(subject)
                .audience(audience)
                .groups(Set.of(role))
                .claim("role", role)
                .claim("jti", Ids.next())
                .expiresIn(config.accessTokenLife());
    }

    private Uni<Token> sign(JwtClaimsBuilder claims) {
        return keys.current()
                .map(key -> claims.jws().keyId(key.getKeyId()).sign(key.getPrivateKey()))
                .map(value -> new Token(value, config.accessTokenLife().toSeconds()));
    }
}

package app.earlybird.contracts;

/** Words of the access token (architecture.md, section 6). */
public final class TokenClaims {

    public static final String AUDIENCE = "earlybird";
    public static final String CUSTOMER = "customer_v2_id";
    public static final String SCOPE = "scope";

    /** The session a token was made for; absent while there is none. */
    public static final String SESSION = "sid";

    /** The only scope of an account that has not set its own password yet. */
    public static final String PASSWORD_CHANGE = "password:change";

    private TokenClaims() {}
}

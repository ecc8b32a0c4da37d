package app.earlybird.auth.account.adapter.bcrypt;

import app.earlybird.kit.domain.Sha256;
import io.quarkus.elytron.security.common.BcryptUtil;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A hash as this service or the monolith stored it: bcrypt of any prefix, or SHA-256 in hex. */
record StoredHash(String text) {

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$.{53}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    /** Of no known form, so that no password can be right: broken data, not a wrong password. */
    boolean isUnreadable() {
        return !isBcrypt() && !isSha256();
    }

    boolean isBcrypt() {
        return BCRYPT.matcher(text).matches();
    }

    boolean isSha256() {
        return SHA_256.matcher(text).matches();
    }

    /** Hash it again, as today's are. */
    boolean isOlderThan(int cost) {
        var bcrypt = BCRYPT.matcher(text);
        return !bcrypt.matches() || Integer.parseInt(bcrypt.group(1)) < cost;
    }

    /** The library does not know Python's {@code $2b$}, which is the same algorithm as {@code $2a$}. */
    boolean isBcryptOf(String password) {
        return BcryptUtil.matches(password, text.startsWith("$2b$") ? "$2a$" + text.substring(4) : text);
    }

    boolean isSha256Of(String password) {
        return MessageDigest.isEqual(Sha256.of(password), HexFormat.of().parseHex(text));
    }

    @Override
    public String toString() {
        return "StoredHash";
    }
}

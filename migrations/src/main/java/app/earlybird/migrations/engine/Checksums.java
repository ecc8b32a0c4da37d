package app.earlybird.migrations.engine;

import app.earlybird.operations.schema.DeclaredIndex;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What the ledger compares: the indexes, and the revision of what else a migration does. */
final class Checksums {

    private Checksums() {}

    static String of(Migration migration) {
        var digest = sha256();
        migration.indexes().forEach(index -> digest.update(bytes(text(index) + '\n')));
        digest.update(bytes(migration.name() + '/' + migration.revision()));
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    /** In the form of the first version: ledgers hold checksums of it. */
    private static String text(DeclaredIndex index) {
        var kind = index.index().unique() ? "UNIQUE" : "PLAIN";
        return "IndexSpec[owner=%s, collection=%s, keys=%s, kind=%s]"
                .formatted(
                        index.collection().owner(),
                        index.collection().collectionName(),
                        index.index().keys(),
                        index.index().sparse() ? kind + "_SPARSE" : kind);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** To tell values apart that must not be shown. */
    static String shortOf(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 6);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

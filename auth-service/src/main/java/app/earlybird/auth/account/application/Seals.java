package app.earlybird.auth.account.application;

/** Encryption with a secret that the reader must bring. */
public interface Seals {

    String seal(String secret, String text);

    String unseal(String secret, String sealed);
}

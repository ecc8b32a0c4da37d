package app.earlybird.auth.session.application;

/** Encryption with a secret that the reader must bring. */
public interface TokenEncryption {

    String encrypt(String secret, String text);

    String decrypt(String secret, String encrypted);
}

package cn.huiyin.privacy;

/**
 * A field as the database keeps it: ciphertext in base64url, bound to the context it was sealed for.
 *
 * @param value safe to store, of no use to whoever reads it
 */
public record Sealed(String value) {}

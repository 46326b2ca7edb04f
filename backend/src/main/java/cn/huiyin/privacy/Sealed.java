package cn.huiyin.privacy;

/**
 * A field as the database keeps it: ciphertext in base64url, bound to the context it was sealed for.
 *
 * @param value safe to store, of no use to whoever reads it
 */
public record Sealed(String value) {

    /** Characters of base64url that hold the first bytes of Tink's prefix: its version and the key's id. */
    public static final int MARK = 6;

    /** Which key sealed it. */
    public String keyMark() {
        return value.substring(0, Math.min(MARK, value.length()));
    }
}

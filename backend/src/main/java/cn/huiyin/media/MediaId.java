package cn.huiyin.media;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A photo or voice; 128 random bits in hex, so that nobody guesses a neighbour's. */
public record MediaId(String value) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    static MediaId fresh() {
        byte[] bits = new byte[16];
        RANDOM.nextBytes(bits);
        return new MediaId(HexFormat.of().formatHex(bits));
    }

    /** Could this be an id at all; whatever is not is not worth a look into the database. */
    public boolean isWellFormed() {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

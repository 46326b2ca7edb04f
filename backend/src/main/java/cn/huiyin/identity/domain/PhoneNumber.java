package cn.huiyin.identity.domain;

import cn.huiyin.privacy.Mask;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mainland mobile number, digits only, so that one person has one spelling. */
public record PhoneNumber(String digits) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s-]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86");

    /** Reads a number as people write it: with blanks, dashes, or +86 before it. Empty for anything else. */
    public static Optional<PhoneNumber> read(String written) {
        String digits = COUNTRY.matcher(BETWEEN.matcher(written).replaceAll("")).replaceFirst("");
        return MOBILE.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    public String masked() {
        return Mask.phone(digits);
    }

    /** A number must not be printed by accident. */
    @Override
    public String toString() {
        return masked();
    }
}

package cn.huiyin.household.domain;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone and ID numbers as people write them, in one spelling each, so that they can be found again. */
public final class Numbers {

    private static final Pattern BETWEEN = Pattern.compile("[\\s()-]");
    private static final Pattern COUNTRY = Pattern.compile("^(\\+|00)86");
    private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}|0\\d{9,11}");
    private static final Pattern IDENTITY = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private Numbers() {}

    /** A mobile number, or a landline with its area code; empty for anything else. */
    public static Optional<String> phone(String written) {
        String digits =
                COUNTRY.matcher(BETWEEN.matcher(narrow(written)).replaceAll("")).replaceFirst("");
        return Optional.of(digits).filter(number -> PHONE.matcher(number).matches());
    }

    /** A resident identity number of 18 places whose day and check digit are right (GB 11643); empty for anything else. */
    public static Optional<String> identity(String written) {
        String number = narrow(written).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return Optional.of(number)
                .filter(plain -> IDENTITY.matcher(plain).matches())
                .filter(plain -> birthIn(plain).isPresent())
                .filter(plain -> CHECKS.charAt(sum(plain) % 11) == plain.charAt(17));
    }

    /** The day of birth in an identity number. */
    public static Optional<LocalDate> birthIn(String identity) {
        try {
            return Optional.of(LocalDate.parse(identity.substring(6, 14), DAY));
        } catch (DateTimeException | IndexOutOfBoundsException noDay) {
            return Optional.empty();
        }
    }

    private static int sum(String number) {
        int sum = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            sum += (number.charAt(place) - '0') * WEIGHTS[place];
        }
        return sum;
    }

    private static String narrow(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
    }
}

package cn.huiyin.privacy;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of mobile phones and identity cards within words, however they are spaced, in half or full width. A landline is
 * an office's as often as a person's, and stays.
 */
public final class PersonalNumbers {

    /** Fewer digits are no such number. */
    private static final int SHORTEST = 11;

    private static final String D = "[0-9０-９]";

    private static final Pattern MOBILE =
            Pattern.compile("(?<!D)(?:[+＋]?[8８][6６][-\\s]*)?[1１][3-9３-９](?:[-－\\s.]*D){9}(?!D)".replace("D", D));

    /** 身份证号. */
    private static final Pattern IDENTITY =
            Pattern.compile("(?<!D)[1-9１-９](?:[-－\\s]*D){16}[-－\\s]*[0-9０-９XxＸｘ](?![0-9０-９A-Za-z])".replace("D", D));

    private PersonalNumbers() {}

    public static boolean holdMobile(String words) {
        return couldHoldOne(words) && MOBILE.matcher(words).find();
    }

    public static boolean holdIdentity(String words) {
        return couldHoldOne(words) && IDENTITY.matcher(words).find();
    }

    /** The words with each number as {@link Mask} shows it. */
    public static String masked(String words) {
        if (!couldHoldOne(words)) {
            return words;
        }
        String without = IDENTITY.matcher(words).replaceAll(found -> shown(found, Mask::idNumber));
        return MOBILE.matcher(without)
                .replaceAll(found -> shown(found, digits -> Mask.phone(digits.substring(digits.length() - SHORTEST))));
    }

    /** Most words hold few digits; looking for numbers in them costs far more than counting. */
    private static boolean couldHoldOne(String words) {
        return words.length() >= SHORTEST
                && words.chars().filter(PersonalNumbers::isDigit).count() >= SHORTEST;
    }

    private static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    private static String shown(MatchResult found, UnaryOperator<String> mask) {
        String plain = Normalizer.normalize(found.group(), Normalizer.Form.NFKC).replaceAll("[^0-9Xx]", "");
        return Matcher.quoteReplacement(mask.apply(plain));
    }

    /** All values with their numbers masked. */
    public static Map<String, String> masked(Map<String, String> facts) {
        Map<String, String> masked = new LinkedHashMap<>(facts);
        masked.replaceAll((name, words) -> masked(words));
        return masked;
    }
}

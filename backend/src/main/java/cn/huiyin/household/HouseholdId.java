package cn.huiyin.household;

import java.util.regex.Pattern;

/** A home's file; 16 random characters, so that nobody guesses the next one. */
public record HouseholdId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{4,32}");

    /** Whether this could be an id at all. */
    public static boolean looksLikeOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}

package cn.huiyin.household.domain;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A room's name as everybody would spell it, so that 3单元502室 and 3-502 are one home. */
public final class Room {

    private static final Pattern BETWEEN = Pattern.compile("单元|栋|幢|楼|号楼|[\\s/_.—–#]+");
    private static final Pattern BEHIND = Pattern.compile("[室号房户]+$");
    private static final Pattern DASHES = Pattern.compile("-+");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 5;

    private Room() {}

    /** The key of a room: one spelling, and numbers padded, so that rooms sort as people count them. */
    public static String key(String written) {
        String plain =
                Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        String bare = BEHIND.matcher(plain).replaceAll("");
        String dashed = DASHES.matcher(BETWEEN.matcher(bare).replaceAll("-")).replaceAll("-");
        String trimmed = dashed.replaceAll("^-|-$", "");
        return NUMBER.matcher(trimmed.isEmpty() ? plain : trimmed).replaceAll(Room::padded);
    }

    private static String padded(java.util.regex.MatchResult number) {
        String digits = number.group().replaceFirst("^0+(?=\\d)", "");
        return Matcher.quoteReplacement("0".repeat(Math.max(0, DIGITS - digits.length())) + digits);
    }
}

package cn.huiyin.privacy;

/** What is left of a personal field when shown in passing. What it does not recognise, it hides whole. */
public final class Mask {

    private static final int PHONE_LENGTH = 11;

    private Mask() {}

    /** {@code 13900000001} becomes {@code 139****0001}. */
    public static String phone(String phone) {
        if (phone.length() != PHONE_LENGTH || !phone.chars().allMatch(Character::isDigit)) {
            return "****";
        }
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    /** {@code 张小明} becomes {@code 张**}. */
    public static String name(String name) {
        if (name.isEmpty()) {
            return "**";
        }
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** {@code 110101195003071234} becomes {@code 1****************4}. */
    public static String idNumber(String number) {
        return number.length() < 8
                ? "****"
                : number.charAt(0) + "*".repeat(number.length() - 2) + number.charAt(number.length() - 1);
    }

    /** Words cannot be shown in part: only that there are any. */
    public static String words(String words) {
        return words.isEmpty() ? "" : "***";
    }

    /** {@code 1950-03-07} becomes {@code 195*}. */
    public static String birth(String birth) {
        return birth.length() < 4 ? "****" : birth.substring(0, 3) + "*";
    }
}

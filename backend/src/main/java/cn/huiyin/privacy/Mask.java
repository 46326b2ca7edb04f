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
}

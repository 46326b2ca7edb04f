package cn.huiyin.conversation.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket's number as people type it: in small letters, with spaces, with O for 0, or only its last digits.
 *
 * @param digits without the letters in front
 * @param start where it stands in the even letters
 * @param end where it ends
 */
public record Digits(String digits, int start, int end) {

    /** As many digits as a whole number has. */
    private static final int WHOLE = 14;

    /** Fewer digits stand for themselves, a house or a day, unless they are called a number. */
    private static final int SURELY_A_NUMBER = 6;

    private static final int PHONE = 11;
    private static final int LONGEST = 20;
    private static final List<String> CALLED =
            List.of("编号", "单号", "号码", "尾号", "最后几位", "后几位", "后四位", "最后四位", "进度", "工单", "诉求", "查", "查询");
    private static final Set<Character> NOT_OF_A_NUMBER = Set.of(
            '号', '栋', '幢', '楼', '单', '层', '室', '分', '天', '个', '点', '月', '年', '户', '米', '元', '块', '路', '座', '期', '区',
            '件', '条', '星', '次', '人', '岁');

    /** The first number in the text; empty where there is none. */
    static Optional<Digits> in(String plain) {
        for (int at = 0; at < plain.length(); at++) {
            Optional<Digits> found = at(plain, at);
            if (found.isPresent()) {
                return found;
            }
            while (at < plain.length() && isDigit(plain.charAt(at))) {
                at++;
            }
        }
        return Optional.empty();
    }

    private static Optional<Digits> at(String plain, int at) {
        if (plain.startsWith("hy", at) && at + 2 < plain.length() && digit(plain.charAt(at + 2)) != 0) {
            Digits run = run(plain, at + 2, true);
            return run.digits.length() >= 3 ? Optional.of(new Digits(run.digits, at, run.end)) : Optional.empty();
        }
        if (!isDigit(plain.charAt(at))) {
            return Optional.empty();
        }
        Digits run = run(plain, at, false);
        return run.mayBeOne(plain) ? Optional.of(run) : Optional.empty();
    }

    private boolean mayBeOne(String plain) {
        if (digits.length() == PHONE && digits.startsWith("1")) {
            return false;
        }
        if (digits.length() >= SURELY_A_NUMBER) {
            return true;
        }
        String before = plain.substring(0, start);
        boolean called = CALLED.stream().anyMatch(before::endsWith)
                || CALLED.stream().anyMatch(word -> before.endsWith(word + "是"));
        return called && digits.length() >= 2 && !(end < plain.length() && NOT_OF_A_NUMBER.contains(plain.charAt(end)));
    }

    private static Digits run(String plain, int start, boolean sloppy) {
        StringBuilder digits = new StringBuilder();
        int at = start;
        for (; at < plain.length() && digits.length() < LONGEST; at++) {
            char digit = sloppy ? digit(plain.charAt(at)) : isDigit(plain.charAt(at)) ? plain.charAt(at) : 0;
            if (digit == 0) {
                break;
            }
            digits.append(digit);
        }
        return new Digits(digits.toString(), start, at);
    }

    private static char digit(char letter) {
        return switch (letter) {
            case 'o' -> '0';
            case 'l', 'i' -> '1';
            default -> isDigit(letter) ? letter : 0;
        };
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    public boolean isWhole() {
        return digits.length() >= WHOLE;
    }

    /** As it is written on the ticket; only where it is whole. */
    public String number() {
        return "HY" + digits;
    }

    /** Whether this ticket's number ends like it, leading zeros aside. */
    public boolean isEndOf(String number) {
        return number.endsWith(digits);
    }
}

package cn.huiyin.privacy;

import cn.huiyin.problem.Fault;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps numbers that belong to a person out of free text, which many read: they are refused rather than masked, for who
 * wrote them meant them to be of use, and there are fields for them that are sealed.
 */
public final class PlainWords {

    /** A landline with its area code. */
    private static final Pattern LANDLINE = Pattern.compile("(?<!\\d)0\\d{2,3}[-\\s]?\\d{7,8}(?!\\d)");

    private PlainWords() {}

    /** The words with such numbers blotted out. */
    public static String masked(String words) {
        return LANDLINE.matcher(PersonalNumbers.masked(words)).replaceAll("***");
    }

    /** What is wrong with the words of a field; empty where nothing is. */
    public static Optional<Fault> fault(String field, String words) {
        return fault(field, words, "");
    }

    /** @param instead where a phone number belongs, said behind the refusal */
    public static Optional<Fault> fault(String field, String words, String instead) {
        String plain = Normalizer.normalize(words, Normalizer.Form.NFKC);
        if (PersonalNumbers.holdIdentity(words)) {
            return Optional.of(new Fault(field, "为了您的隐私，请不要在这里写身份证号"));
        }
        if (PersonalNumbers.holdMobile(words) || LANDLINE.matcher(plain).find()) {
            return Optional.of(new Fault(field, "为了您的隐私，请不要在这里写电话号码" + instead));
        }
        return Optional.empty();
    }
}

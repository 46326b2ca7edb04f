package cn.huiyin.conversation.domain;

import java.util.List;
import java.util.OptionalInt;

/** Small numbers as people write them: 2, 二, 两, 第二个, 最后一个. */
final class Numbers {

    private static final String HAN = "零一二三四五六七八九十";
    private static final List<String> BEFORE =
            List.of("我想看", "我选", "我要", "我说", "就是", "选", "查", "看", "要", "就", "是", "第", "回复", "我", "那", "先");
    private static final List<String> BEHIND =
            List.of("那一件", "这一件", "那件", "这件", "那个", "这个", "的", "吧", "啊", "呀", "谢谢", "件", "个", "条", "项", "号", "事");

    private Numbers() {}

    /** The number, where nothing else was said; 1 to 99. */
    static OptionalInt alone(String plain) {
        return number(plain);
    }

    /** Which of {@code options}; empty where it is none of them. */
    static OptionalInt choice(String plain, int options) {
        String bare = strip(plain);
        OptionalInt number = bare.equals("最后一") || bare.equals("最后") ? OptionalInt.of(options) : number(bare);
        if (bare.equals("上一") || bare.equals("前一") || bare.equals("最上面") || bare.equals("最新")) {
            number = OptionalInt.of(1);
        }
        return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= options
                ? number
                : OptionalInt.empty();
    }

    private static String strip(String plain) {
        String bare = plain;
        for (int before = -1; before != bare.length(); ) {
            before = bare.length();
            for (String word : BEFORE) {
                bare = bare.startsWith(word) && bare.length() > word.length() ? bare.substring(word.length()) : bare;
            }
            for (String word : BEHIND) {
                bare = bare.endsWith(word) && bare.length() > word.length()
                        ? bare.substring(0, bare.length() - word.length())
                        : bare;
            }
        }
        return bare;
    }

    static OptionalInt number(String plain) {
        if (plain.isEmpty() || plain.length() > 3) {
            return OptionalInt.empty();
        }
        if (plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.of(Integer.parseInt(plain));
        }
        return han(plain.replace('两', '二').replace('俩', '二'));
    }

    /** 三, 十, 十二, 二十, 二十三. */
    private static OptionalInt han(String plain) {
        int ten = plain.indexOf('十');
        if (ten < 0) {
            return plain.length() == 1 ? digit(plain.charAt(0)) : OptionalInt.empty();
        }
        OptionalInt tens = ten == 0 ? OptionalInt.of(1) : number(plain.substring(0, ten));
        OptionalInt ones = ten == plain.length() - 1 ? OptionalInt.of(0) : digit(plain.charAt(plain.length() - 1));
        boolean whole = tens.isPresent() && ones.isPresent() && ten <= 1 && plain.length() - ten <= 2;
        return whole ? OptionalInt.of(tens.getAsInt() * 10 + ones.getAsInt()) : OptionalInt.empty();
    }

    private static OptionalInt digit(char letter) {
        int value = HAN.indexOf(letter);
        return value < 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}

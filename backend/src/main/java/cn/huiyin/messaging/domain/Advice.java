package cn.huiyin.messaging.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator can do about a message that was not sent, by its last error: the first row that fits counts. */
public final class Advice {

    private record Row(Pattern error, String advice) {}

    private static final List<Row> TABLE = List.of(
            row("^47003|^40250", "有一个字段不符合微信模板的要求：看错误里写的是哪一个，在 facts 里改好再重新发送。"),
            row("^45168", "内容里有微信不让发的词：在 facts 里换个说法再重新发送，或者打电话告诉本人。"),
            row("^40037|^41030|^43107|^43116|^40249|^40251", "微信模板不能用：到公众平台看模板的状态，在设置里换好模板编号、重新启用之后再重新发送。"),
            row("^40003", "微信不认识这个人：请网格员联系本人，重新登录小程序之后再重新发送。"),
            row("^-1|^45011", "微信当时太忙：现在直接重新发送就可以，同类的可以一次全部重发。"),
            row("timed out|cut off|超过总时限|没有回答|回答是空的|没有结果", "不知道微信收到没有，本人可能已经看到：先问一问，确实没收到再重新发送。"),
            row("^own fault", "程序自己出了错：请开发人员看日志里这条消息的编号，修好之后再重新发送。"),
            row("not in the catalogue", "消息目录里没有这一种消息：多半是新旧版本混着运行，升级完成之后再重新发送。"),
            row("没有见过的错误码", "这个错误码还没有登记：按微信文档处理好之后再重新发送，并请开发人员把它加进错误码表。"));

    private static final String ELSE = "按错误里说的处理好之后再重新发送；仍然发不出去，请打电话或上门告诉本人，然后放弃这一条。";

    private Advice() {}

    /** Null where nothing is to be done. */
    public static @Nullable String on(String state, @Nullable String error) {
        if (!state.equals("DEAD")) {
            return null;
        }
        return TABLE.stream()
                .filter(row -> error != null && row.error().matcher(error).find())
                .map(Row::advice)
                .findFirst()
                .orElse(ELSE);
    }

    private static Row row(String error, String advice) {
        return new Row(Pattern.compile(error), advice);
    }
}

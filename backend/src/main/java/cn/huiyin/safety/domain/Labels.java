package cn.huiyin.safety.domain;

import cn.huiyin.safety.spi.Finding.Judged;
import cn.huiyin.safety.spi.Finding.Suggest;
import java.util.Map;

/** What WeChat's numbers for kinds of content mean. Source: 文本内容安全识别, 多媒体内容安全识别: result.label. */
public final class Labels {

    private static final Map<Integer, String> TABLE = Map.ofEntries(
            Map.entry(100, "正常"),
            Map.entry(10001, "广告"),
            Map.entry(20001, "时政"),
            Map.entry(20002, "色情"),
            Map.entry(20003, "辱骂"),
            Map.entry(20006, "违法犯罪"),
            Map.entry(20008, "欺诈"),
            Map.entry(20012, "低俗"),
            Map.entry(20013, "版权"),
            Map.entry(21000, "其他"));

    private Labels() {}

    static String inWords(Judged judged) {
        var kind = TABLE.getOrDefault(judged.label(), "标签" + judged.label());
        return switch (judged.suggest()) {
            case PASS -> "微信核对通过";
            case REVIEW -> "微信建议人工看一看（%s）".formatted(kind);
            case RISKY -> "微信提示有风险（%s）".formatted(kind);
        };
    }

    /** The one that weighs more. */
    public static Judged worse(Judged one, Judged other) {
        return weight(other) > weight(one) ? other : one;
    }

    private static int weight(Judged judged) {
        Suggest suggest = judged.suggest();
        return suggest.ordinal();
    }
}

package cn.huiyin.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

    @ParameterizedTest
    @CsvSource({
        "47003 有字段不符合要求（argument invalid! data.thing5.value）, facts 里改好",
        "45168 内容含有违规词（hit), 换个说法",
        "40037 模板 ID 不正确（x）, 重新启用",
        "-1 微信系统繁忙（system error）, 一次全部重发",
        "超过总时限，不知道微信收到没有, 先问一问",
        "own fault: IllegalStateException, 看日志",
        "99999 微信返回了没有见过的错误码（x）, 加进错误码表",
        "什么都可能, 打电话或上门"
    })
    void eachErrorHasItsAdvice(String error, String says) {
        assertThat(Advice.on("DEAD", error)).contains(says);
    }

    @Test
    void whatIsOnItsWayNeedsNone() {
        assertThat(Advice.on("WAITING", "-1 微信系统繁忙")).isNull();
        assertThat(Advice.on("DEAD", null)).contains("打电话或上门");
    }
}

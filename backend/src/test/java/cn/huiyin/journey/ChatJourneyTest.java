package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** M7, M8: a whole talk as WeChat carries it: signed and sealed pushes in, sealed answers back. */
@HuiyinTest
@TestInstance(Lifecycle.PER_CLASS)
class ChatJourneyTest {

    private final People people;

    ChatJourneyTest(WebTestClient client) {
        people = new People(client);
    }

    @Test
    void somebodyFollowsBindsReportsAsksAndRates() {
        String code = "demo-chat-" + UUID.randomUUID().toString().substring(0, 8);
        String openid = "mp-" + code;

        assertThat(does(openid, "follow", "")).contains("欢迎关注", "不认得您", "data-miniprogram-path");
        assertThat(does(openid, "text", "查进度")).contains("不认得您");
        // opens the mini-program once: the two identities meet
        People.Person resident = people.person(code);
        assertThat(does(openid, "text", "查进度")).doesNotContain("不认得您").contains("没有正在办的事");

        assertThat(does(openid, "menu", "REPORT")).contains("是什么事");
        assertThat(does(openid, "voice", "听雨社区三号楼的路灯不亮。")).contains("我听到的是", "听雨一网格 3号楼", "确认");
        String filed = does(openid, "text", "确认");
        Matcher number = Pattern.compile("HY\\d{14,20}").matcher(filed);
        assertThat(number.find()).as(filed).isTrue();
        String no = number.group();
        assertThat(resident.sees(no).text("channel")).isEqualTo("OFFICIAL_ACCOUNT");

        assertThat(does(openid, "text", "路灯那件怎么样了")).contains(no, "已经收到");
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, "REPLY", "灯换好了");
        assertThat(does(openid, "text", "⭐⭐⭐⭐⭐")).contains("已解决", "5分");
        assertThat(resident.sees(no).body().get("rated").asBoolean()).isTrue();
    }

    /** What they do in the official account, and what they are answered at once. */
    private String does(String openid, String what, String words) {
        var said = people.rehearsal(HttpMethod.POST, "/rehearsal/wechat/says", Map.of("openid", openid, what, words));
        assertThat(said.status()).as(said.body().toString()).isEqualTo(200);
        return said.text("reply");
    }
}

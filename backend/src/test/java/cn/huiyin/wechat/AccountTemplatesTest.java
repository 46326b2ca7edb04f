package cn.huiyin.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.messaging.spi.PlatformTemplates;
import cn.huiyin.messaging.spi.PlatformTemplates.PlatformTemplate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountTemplatesTest {

    private static final String MINIAPP = "/wxaapi/newtmpl/gettemplate";
    private static final String OFFICIAL = "/cgi-bin/template/get_all_private_template";

    private final WechatMock wechat = new WechatMock();
    private final OurSide us = new OurSide(wechat.baseUrl());

    @BeforeEach
    void tokens() {
        wechat.givesTokens();
    }

    @AfterEach
    void stop() throws Exception {
        us.close();
        wechat.stop();
    }

    @Test
    void theMiniprogramsTemplatesAreReadWithTheirFieldsAndWords() {
        wechat.answers(MINIAPP, okJson("""
                        {"errcode":0,"errmsg":"ok","data":[
                          {"priTmplId":"id-1","title":"办理通知","type":2,
                           "content":"编号:{{character_string1.DATA}}\\n事项:{{thing2.DATA}}\\n状态:{{enum_string3.DATA}}\\n",
                           "keywordEnumValueList":[{"keywordCode":"enum_string3.DATA","enumValueList":["已办","在办"]}]},
                          {"priTmplId":"id-2","title":"空的","content":"","type":2}]}
                        """));

        assertThat(all(us.miniappTemplates))
                .containsExactly(
                        new PlatformTemplate(
                                "id-1",
                                "办理通知",
                                List.of("character_string1", "thing2", "enum_string3"),
                                Map.of("enum_string3", List.of("已办", "在办"))),
                        new PlatformTemplate("id-2", "空的", List.of(), Map.of()));
    }

    @Test
    void theOfficialAccountsHaveBlanksBetweenTheBracesAndNoErrcode() {
        wechat.answers(
                OFFICIAL,
                okJson(
                        "{\"template_list\":[{\"template_id\":\"id-9\",\"title\":\"进度\",\"content\":\"编号: { {character_string1.DATA} }\\n状态:{{phrase3.DATA}}\"}]}"));

        assertThat(all(us.officialTemplates))
                .containsExactly(new PlatformTemplate("id-9", "进度", List.of("character_string1", "phrase3"), Map.of()));
    }

    @Test
    void whateverIsNoListIsNoAnswer() {
        for (var answer : List.of(
                okJson("{\"errcode\":-1,\"errmsg\":\"system error\"}"),
                okJson("{\"errcode\":0,\"errmsg\":\"ok\"}"),
                okJson(""),
                aResponse().withStatus(502).withBody("<html>Bad Gateway</html>"))) {
            wechat.answers(MINIAPP, answer);
            assertThatThrownBy(() -> all(us.miniappTemplates)).isInstanceOf(WechatTrouble.class);
        }
    }

    @Test
    void aMissingPermissionIsToldToTheOperator() {
        wechat.answers(OFFICIAL, okJson("{\"errcode\":48001,\"errmsg\":\"api unauthorized\"}"));

        assertThatThrownBy(() -> all(us.officialTemplates)).isInstanceOf(WechatTrouble.class);
        assertThat(us.alarms()).isEqualTo(1);
    }

    private static List<PlatformTemplate> all(PlatformTemplates of) {
        return of.all().block(OurSide.A_MOMENT);
    }
}

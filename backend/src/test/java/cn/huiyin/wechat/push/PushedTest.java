package cn.huiyin.wechat.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The shapes in which WeChat writes, as its documents show them. */
class PushedTest {

    @Test
    void aTextIsTheSameInXmlAndInJson() {
        var xml = xml(
                "<FromUserName><![CDATA[mp-li]]></FromUserName><CreateTime>1348831860</CreateTime>"
                        + "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[楼道灯 <不亮> & ]]]]><![CDATA[> 😀]]></Content><MsgId>1234567890123456</MsgId>");
        var json = json("\"FromUserName\":\"mp-li\",\"CreateTime\":1348831860,\"MsgType\":\"text\","
                + "\"Content\":\"楼道灯 <不亮> & ]]> 😀\",\"MsgId\":1234567890123456");

        assertThat(xml).isEqualTo(json);
        assertThat(xml.key()).isEqualTo(json.key());
        assertThat(xml.kind()).isEqualTo("text");
        assertThat(xml.field("Content")).isEqualTo("楼道灯 <不亮> & ]]> 😀");
    }

    @Test
    void aMsgIdMayBeTextAndOfAnyLength() {
        var one = json("\"FromUserName\":\"o-li\",\"MsgType\":\"text\",\"MsgId\":\"49d72d67b16d115e_1555684067\"");
        var other = json("\"FromUserName\":\"o-li\",\"MsgType\":\"text\",\"MsgId\":\"49d72d67b16d115e_1555684068\"");

        assertThat(one.key()).isNotEqualTo(other.key()).hasSize(64);
    }

    @Test
    void aListIsAListWhetherItIsOneOrAnObjectOrWrapped() {
        var item = "{\"TemplateId\":\"t-1\",\"SubscribeStatusString\":\"accept\",\"PopupScene\":\"0\"}";
        var begin =
                "\"FromUserName\":\"o-li\",\"CreateTime\":\"1620973045\",\"MsgType\":\"event\",\"Event\":\"subscribe_msg_popup_event\",";
        var list = json(begin + "\"List\":[" + item + "]");
        var object = json(begin + "\"List\":" + item);
        var wrapped = xml("<FromUserName>o-li</FromUserName><CreateTime>1620973045</CreateTime><MsgType>event</MsgType>"
                + "<Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent><List>"
                + "<TemplateId>t-1</TemplateId><SubscribeStatusString>accept</SubscribeStatusString><PopupScene>0</PopupScene>"
                + "</List></SubscribeMsgPopupEvent>");

        assertThat(list.list("List"))
                .containsExactly(Map.of("TemplateId", "t-1", "SubscribeStatusString", "accept", "PopupScene", "0"));
        assertThat(object).isEqualTo(list);
        assertThat(wrapped.list("List")).isEqualTo(list.list("List"));
        assertThat(wrapped.key()).isEqualTo(list.key()).isEqualTo(object.key());
    }

    @Test
    void ofTwoItemsNoneIsLost() {
        var pushed = xml(
                "<MsgType>event</MsgType><Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent>"
                        + "<List><TemplateId>t-1</TemplateId></List><List><TemplateId>t-2</TemplateId></List></SubscribeMsgPopupEvent>");

        assertThat(pushed.list("List"))
                .extracting(item -> item.get("TemplateId"))
                .containsExactly("t-1", "t-2");
    }

    @Test
    void aCheckOfContentKeepsItsResultAndItsDetails() {
        var pushed = json(
                "\"FromUserName\":\"platform\",\"CreateTime\":1626959646,\"MsgType\":\"event\",\"Event\":\"wxa_media_check\","
                        + "\"trace_id\":\"60f96f1d\",\"detail\":[{\"strategy\":\"content_model\",\"errcode\":0,\"prob\":90}],"
                        + "\"result\":{\"suggest\":\"pass\",\"label\":100}");

        assertThat(pushed.field("trace_id")).isEqualTo("60f96f1d");
        assertThat(pushed.field("result.suggest")).isEqualTo("pass");
        assertThat(pushed.field("result.label")).isEqualTo("100");
        assertThat(pushed.list("detail").get(0)).containsEntry("errcode", "0");
    }

    @Test
    void eventsWithoutAMsgIdAreToldApartByWhatTheyTellOf() {
        var click =
                "<FromUserName>mp-li</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>CLICK</Event>";
        var one = xml(click + "<EventKey>PROGRESS</EventKey>");
        var other = xml(click + "<EventKey>HELP</EventKey>");
        var job =
                "<FromUserName>mp-li</FromUserName><CreateTime>1</CreateTime><MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event>";

        assertThat(one.key()).isNotEqualTo(other.key());
        assertThat(xml(job + "<MsgID>1</MsgID>").key())
                .isNotEqualTo(xml(job + "<MsgID>2</MsgID>").key());
        assertThat(one.kind()).isEqualTo("event:click");
    }

    @Test
    void theNameOfAKindIsShortAndPlainWhateverComes() {
        var pushed = json("\"MsgType\":\"event\",\"Event\":\"" + "x y\\n".repeat(100) + "\"");
        assertThat(pushed.kind()).hasSizeLessThanOrEqualTo(64).matches("[a-z0-9_:]+");
    }

    @Test
    void whatIsTooDeepOrNoMessageIsRefused() {
        for (var text : new String[] {
            "{\"a\":".repeat(12) + "1" + "}".repeat(12),
            "<a>".repeat(12) + "1" + "</a>".repeat(12),
            "[]",
            "7",
            "",
            "{} {}",
            "<a/><b/>"
        }) {
            assertThatThrownBy(() -> PushFormat.of(text).read(text)).as(text).isInstanceOf(NoPush.class);
        }
    }

    private static Pushed xml(String inner) {
        return PushFormat.of("<xml>").read("<xml>" + inner + "</xml>").pushed(PushApp.MP);
    }

    private static Pushed json(String inner) {
        return PushFormat.of("{").read("{" + inner + "}").pushed(PushApp.MP);
    }
}

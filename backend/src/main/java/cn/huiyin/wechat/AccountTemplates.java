package cn.huiyin.wechat;

import cn.huiyin.messaging.spi.PlatformTemplates;
import cn.huiyin.wechat.WechatTrouble.NotWechat;
import cn.huiyin.wechat.WechatTrouble.Refused;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The templates of one app, as WeChat's console has them: their fields are read out of the content's {@code {{thing1.DATA}}}. */
final class AccountTemplates implements PlatformTemplates {

    /** WeChat's own examples have blanks between the braces. */
    private static final Pattern FIELD = Pattern.compile("\\{\\s*\\{\\s*([A-Za-z_]+[0-9]*)\\.DATA\\s*}\\s*}");

    private static final String DATA = ".DATA";

    private final String channel;
    private final Shape shape;
    private final WechatLine line;
    private final Workers workers;
    private final Alarms alarms;

    /** How a call answers. */
    private record Shape(WechatCall call, String list, String id) {}

    private AccountTemplates(String channel, Shape shape, WechatLine line, Workers workers, Alarms alarms) {
        this.channel = channel;
        this.shape = shape;
        this.line = line;
        this.workers = workers;
        this.alarms = alarms;
    }

    static AccountTemplates ofMiniapp(WechatLine line, Workers workers, Alarms alarms) {
        var shape = new Shape(WechatCall.SUBSCRIBE_TEMPLATES, "data", "priTmplId");
        return new AccountTemplates("SUBSCRIBE", shape, line, workers, alarms);
    }

    static AccountTemplates ofOfficialAccount(WechatLine line, Workers workers, Alarms alarms) {
        var shape = new Shape(WechatCall.OFFICIAL_TEMPLATES, "template_list", "template_id");
        return new AccountTemplates("TEMPLATE", shape, line, workers, alarms);
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public Mono<List<PlatformTemplate>> all() {
        return workers.run(this::ask).flatMap(Said::orError);
    }

    private Said ask() {
        try {
            var answer = line.look(shape.call(), Map.of());
            return answer.path(shape.list()).isArray()
                    ? new Said(
                            answer.path(shape.list())
                                    .valueStream()
                                    .map(this::template)
                                    .toList(),
                            null)
                    : new Said(null, new NotWechat("微信的回答里没有模板列表"));
        } catch (WechatTrouble trouble) {
            if (trouble instanceof Refused no) {
                alarmed(no);
            }
            return new Said(null, trouble);
        }
    }

    private void alarmed(Refused no) {
        var row = WechatAnswers.row(shape.call(), no.code());
        if (row.reaction().alarms()) {
            alarms.raise(row);
        }
    }

    private PlatformTemplate template(JsonNode node) {
        return new PlatformTemplate(
                node.path(shape.id()).asString(""),
                node.path("title").asString(""),
                FIELD.matcher(node.path("content").asString(""))
                        .results()
                        .map(field -> field.group(1))
                        .toList(),
                words(node.path("keywordEnumValueList")));
    }

    private static Map<String, List<String>> words(JsonNode lists) {
        var words = new LinkedHashMap<String, List<String>>();
        lists.forEach(list -> words.put(
                list.path("keywordCode").asString("").replace(DATA, ""),
                list.path("enumValueList")
                        .valueStream()
                        .map(word -> word.asString(""))
                        .toList()));
        return words;
    }

    /** What came back, as a value: a failure that comes after the caller has left is then no lost error. */
    private record Said(
            @Nullable List<PlatformTemplate> templates,
            @Nullable WechatTrouble trouble) {

        Mono<List<PlatformTemplate>> orError() {
            return trouble == null ? Mono.justOrEmpty(templates) : Mono.error(trouble);
        }
    }
}

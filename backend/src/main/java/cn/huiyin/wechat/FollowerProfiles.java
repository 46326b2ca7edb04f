package cn.huiyin.wechat;

import cn.huiyin.wechat.WechatTrouble.Refused;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** What WeChat tells about a follower of the official account: nothing but the unionid is looked at. */
public final class FollowerProfiles {

    private final WechatLine line;
    private final Workers workers;
    private final Alarms alarms;

    FollowerProfiles(WechatLine line, Workers workers, Alarms alarms) {
        this.line = line;
        this.workers = workers;
        this.alarms = alarms;
    }

    /**
     * Empty where they do not follow (any more), or where the account is bound to no Open Platform.
     *
     * @return fails where WeChat does not say; worth another try
     */
    public Mono<String> unionid(String mpOpenid) {
        return workers.run(() -> ask(mpOpenid)).flatMap(Said::orError);
    }

    private Said ask(String mpOpenid) {
        try {
            var profile = line.look(WechatCall.FOLLOWER, Map.of("openid", mpOpenid, "lang", "zh_CN"));
            return new Said(unionid(profile), null);
        } catch (WechatTrouble trouble) {
            if (trouble instanceof Refused no) {
                alarmed(no);
            }
            return new Said(null, trouble);
        }
    }

    private void alarmed(Refused no) {
        var row = WechatAnswers.row(WechatCall.FOLLOWER, no.code());
        if (row.reaction().alarms()) {
            alarms.raise(row);
        }
    }

    private static @Nullable String unionid(JsonNode profile) {
        var follows = profile.path("subscribe").asInt(0) == 1;
        var unionid = profile.path("unionid").asString("");
        return follows && !unionid.isEmpty() ? unionid : null;
    }

    /** What came back, as a value: a failure that comes after the caller has left is then no lost error. */
    private record Said(@Nullable String unionid, @Nullable WechatTrouble trouble) {

        Mono<String> orError() {
            return trouble == null ? Mono.justOrEmpty(unionid) : Mono.error(trouble);
        }
    }
}

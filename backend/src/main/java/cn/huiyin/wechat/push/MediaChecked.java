package cn.huiyin.wechat.push;

import cn.huiyin.safety.CheckResults;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What WeChat found in a photo or voice, some time after it was handed in; from a platform's name, not from a person. */
@Component
class MediaChecked implements PushListener {

    private static final String NO_ERROR = "0";
    private static final String NOTHING_SAID = "-1";

    private final CheckResults results;

    MediaChecked(CheckResults results) {
        this.results = results;
    }

    @Override
    public PushApp app() {
        return PushApp.MINIAPP;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("event:wxa_media_check");
    }

    @Override
    public Mono<String> hear(Pushed pushed) {
        var suggest = pushed.field("result.suggest");
        return results.media(
                        pushed.field("trace_id"),
                        number(errcode(pushed, suggest)),
                        suggest.isEmpty() ? null : suggest,
                        number(pushed.field("result.label")))
                .then(Mono.empty());
    }

    /** It stands beside the result, or where there is none beside one of the details. */
    private static String errcode(Pushed pushed, String suggest) {
        var details = pushed.list("detail").stream().map(detail -> detail.getOrDefault("errcode", ""));
        return Stream.concat(Stream.of(pushed.field("errcode")), suggest.isEmpty() ? details : Stream.empty())
                .filter(code -> !code.isEmpty() && !code.equals(NO_ERROR))
                .findFirst()
                .orElse(suggest.isEmpty() ? NOTHING_SAID : NO_ERROR);
    }

    private static int number(String text) {
        return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}

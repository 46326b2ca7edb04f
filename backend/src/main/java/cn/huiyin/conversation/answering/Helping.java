package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Question;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** 帮助, the welcome, and where one's own data are changed. */
@Component
class Helping implements Deed {

    private static final Set<Kind> TAKES = EnumSet.of(Kind.HELP, Kind.WELCOME, Kind.BIND);

    private final Links links;

    Helping(Links links) {
        this.links = links;
    }

    /** What one can say, short. */
    static String menu(boolean staff) {
        return "您可以这样跟我说：\n"
                + "反映事情：直接说，比如“3号楼路灯坏了”\n"
                + "查办到哪了：发“查进度”\n"
                + "评价：发“评价”\n"
                + "预约上门：发“预约”\n"
                + (staff ? "看自己的任务：发“我的待办”\n" : "")
                + "找人：发“人工”";
    }

    @Override
    public boolean takes(Kind kind, Question asked) {
        return TAKES.contains(kind);
    }

    @Override
    public Mono<Reply> answer(Talk talk) {
        boolean staff = talk.caller().isStaff();
        return Mono.just(
                switch (talk.intent().kind()) {
                    case BIND ->
                        talk.says("您已经登录过了，我认得您。要改住址或手机号，请"
                                + links.to(links.pages().me(), "点这里到小程序里改") + "。");
                    case WELCOME ->
                        talk.says("您好，%s！件件有着落，事事有回音。\n".formatted(talk.caller().displayName()) + menu(staff));
                    default -> talk.says(menu(staff));
                });
    }
}

package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.ConversationSettings;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Plainly;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.conversation.domain.Understanding;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whatever is not understood: a short help, and after the second time a person. */
@Component
class Misunderstanding {

    private static final int ENOUGH = 2;

    /** Fewer letters tell of no matter. */
    private static final int A_MATTER = 5;

    private static final int QUOTED = 60;

    private final Links links;
    private final Understanding understanding;
    private final ConversationSettings settings;

    Misunderstanding(Links links, Understanding understanding, ConversationSettings settings) {
        this.links = links;
        this.understanding = understanding;
        this.settings = settings;
    }

    Mono<Reply> answer(Talk talk) {
        Kind kind = talk.intent().kind();
        if (kind == Kind.PICTURE) {
            return Mono.just(
                    talk.says("照片我在这里看不了。请" + links.to(links.pages().report(), "点这里到小程序里传") + "，或者直接用文字、语音告诉我是什么事。"));
        }
        if (kind == Kind.MUMBLE) {
            return Mono.just(talk.says("没听清，请再说一遍，或者打字告诉我。"));
        }
        Memory next = talk.memory().misunderstoodAgain();
        boolean often = next.misunderstood() >= ENOUGH;
        if (!often && mayBeAMatter(talk)) {
            return Mono.just(whetherToReport(talk, next));
        }
        return Mono.just(often ? offered(talk, next) : new Reply(shortHelp(talk), next));
    }

    /** Too long for a slip, and nothing of ours waits for an answer. */
    private boolean mayBeAMatter(Talk talk) {
        boolean nothingAsked =
                talk.memory().asked() == Question.NOTHING || talk.memory().asked() == Question.SHOWN;
        return nothingAsked
                && kindIsWords(talk)
                && understanding.plain(talk.words()).length() >= A_MATTER;
    }

    private static boolean kindIsWords(Talk talk) {
        return talk.intent().kind() == Kind.UNCLEAR && !talk.intent().about().isEmpty();
    }

    private Reply whetherToReport(Talk talk, Memory next) {
        Memory asked =
                next.wondering(Question.WANT_TO_REPORT, talk.words(), talk.now().plus(settings.remembered()));
        return new Reply(
                "您是要反映“" + Plainly.quote(talk.words(), QUOTED) + "”吗？是就回复“要”，我记下来。\n不是的话，"
                        + Helping.menu(talk.caller().isStaff()),
                asked);
    }

    private static String shortHelp(Talk talk) {
        String again = talk.memory().asked().equals(Question.NOTHING) ? "" : "（刚才问您的，还可以接着回答。）\n";
        return "不好意思，没太明白您的意思。\n" + again + Helping.menu(talk.caller().isStaff());
    }

    private Reply offered(Talk talk, Memory next) {
        Memory asked = next.asking(Question.WANT_A_PERSON, talk.now().plus(settings.remembered()));
        return new Reply(
                "不好意思，还是没明白。要不要请网格员联系您？要就回复“要”。\n" + Helping.menu(talk.caller().isStaff()), asked);
    }
}

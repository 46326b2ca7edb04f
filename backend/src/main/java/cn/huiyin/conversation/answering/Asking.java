package cn.huiyin.conversation.answering;

import cn.huiyin.conversation.ConversationSettings;
import cn.huiyin.conversation.domain.Intent.Kind;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.conversation.domain.Understanding;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks back, and remembers for a while what was asked. */
@Component
class Asking {

    private final Duration remembered;
    private final Understanding understanding;

    Asking(ConversationSettings settings, Understanding understanding) {
        this.remembered = settings.remembered();
        this.understanding = understanding;
    }

    Memory which(Talk talk, Question question, List<String> options) {
        return talk.memory().asking(question, options, "", talk.now().plus(remembered));
    }

    Memory about(Talk talk, Question question, String about) {
        return talk.memory().asking(question, List.of(), about, talk.now().plus(remembered));
    }

    Memory plain(Talk talk, Question question) {
        return talk.memory().asking(question, talk.now().plus(remembered));
    }

    /** Where nothing was found and the words sound like a matter, it can be one. */
    Reply whetherToReport(Talk talk, String text) {
        boolean aMatter =
                understanding.read(talk.words(), Question.WHAT_MATTER, 0).kind() == Kind.TOLD
                        && !talk.intent().about().isEmpty();
        return aMatter
                ? talk.says(text + "\n要把您刚才说的报上去吗？要就回复“要”。", about(talk, Question.WANT_TO_REPORT, talk.words()))
                : talk.says(text + "\n有事要反映，发“我要反映”，再说是什么事。", talk.memory().withoutQuestion());
    }
}

package cn.huiyin.safety.domain;

import static cn.huiyin.safety.CheckState.HELD;
import static cn.huiyin.safety.CheckState.HUMAN;
import static cn.huiyin.safety.CheckState.PASSED;

import cn.huiyin.safety.domain.Step.Await;
import cn.huiyin.safety.domain.Step.Later;
import cn.huiyin.safety.domain.Step.Settle;
import cn.huiyin.safety.spi.Finding;
import cn.huiyin.safety.spi.Finding.Away;
import cn.huiyin.safety.spi.Finding.CannotTell;
import cn.huiyin.safety.spi.Finding.Failed;
import cn.huiyin.safety.spi.Finding.Judged;
import cn.huiyin.safety.spi.Finding.Submitted;
import cn.huiyin.safety.spi.Finding.Suggest;
import java.time.Duration;

/** What an answer about a piece of content comes to. WeChat's doubt only ever holds; what goes for good is a human's word. */
public record Judgement(Patience patience) {

    /**
     * What is known of a check when an answer comes.
     *
     * @param failures tries in a row that came to nothing
     * @param submitted how often it was handed in
     * @param age since it was promised
     */
    public record Known(boolean byStaff, int failures, int submitted, Duration age) {}

    public Step of(Finding finding, Known known) {
        if (finding instanceof Judged judged) {
            return judged(judged);
        }
        if (finding instanceof Submitted taken) {
            return new Await(taken.traceId(), patience.answerWithin());
        }
        if (finding instanceof Away away) {
            return away(away, known);
        }
        if (finding instanceof Failed failed) {
            return failed(failed.why(), known);
        }
        return unjudged(((CannotTell) finding).why(), known);
    }

    /** Before it is handed in: whether it was handed in often enough. */
    public boolean isTiredOf(Known known) {
        return known.submitted() >= patience.submits();
    }

    /** WeChat's event said that it could not judge, such as −1008: handed in again, for as long as that makes sense. */
    public Step lost(String why, Known known) {
        return isTiredOf(known) ? unjudged(why, known) : new Later(patience.waitAfter(0), why);
    }

    private static Step judged(Judged judged) {
        var state = judged.suggest() == Suggest.PASS ? PASSED : HELD;
        return new Settle(state, judged.suggest(), judged.label(), Labels.inWords(judged));
    }

    private Step away(Away away, Known known) {
        if (known.age().compareTo(patience.awayAtMost()) >= 0) {
            return unjudged(away.why(), known);
        }
        var ladder = patience.waitAfter(known.failures());
        var named = away.after();
        return new Later(named != null && named.compareTo(ladder) > 0 ? named : ladder, away.why());
    }

    private Step failed(String why, Known known) {
        return known.failures() + 1 >= patience.failures()
                ? unjudged(why, known)
                : new Later(patience.waitAfter(known.failures()), why);
    }

    private Step unjudged(String why, Known known) {
        return known.byStaff() && patience.trustStaff()
                ? new Settle(PASSED, null, null, "工作人员所写，微信不能核对：" + why)
                : new Settle(HUMAN, null, null, why);
    }
}

package cn.huiyin.rehearsal;

import static cn.huiyin.rehearsal.QuarterOffice.once;

import cn.huiyin.identity.Caller;
import cn.huiyin.oversight.CheckAsked;
import cn.huiyin.oversight.CheckDesk;
import cn.huiyin.oversight.CheckView;
import cn.huiyin.oversight.CheckViews;
import cn.huiyin.oversight.IssueAsked;
import cn.huiyin.oversight.RectificationAsked;
import cn.huiyin.oversight.RectificationDesk;
import cn.huiyin.oversight.domain.CheckMove;
import cn.huiyin.oversight.domain.CheckState;
import cn.huiyin.oversight.domain.Findings.AskedBy;
import cn.huiyin.oversight.domain.Findings.Mark;
import cn.huiyin.oversight.domain.RectificationMove;
import cn.huiyin.oversight.store.Checks;
import cn.huiyin.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** A supervisor looks into what was drawn, and has one in fifty put right. */
@Component
class QuarterChecks {

    private static final int A_DAY = 100;
    private static final int ONE_IN = 50;

    private final CheckViews views;
    private final CheckDesk checks;
    private final RectificationDesk rectifications;
    private final QuarterPeople people;
    private final JsonMapper json;

    QuarterChecks(
            CheckViews views,
            CheckDesk checks,
            RectificationDesk rectifications,
            QuarterPeople people,
            JsonMapper json) {
        this.views = views;
        this.checks = checks;
        this.rectifications = rectifications;
        this.people = people;
        this.json = json;
    }

    Mono<Void> look(QuarterRun run) {
        return people.played("demo-supervisor")
                .flatMap(supervisor -> views.page(
                                supervisor,
                                null,
                                new Checks.Wanted(CheckState.DRAWN, null, null),
                                Checks.After.NOTHING,
                                A_DAY)
                        .flatMapMany(page -> Flux.fromIterable(page.items()))
                        .concatMap(line -> look(run, supervisor, line))
                        .then());
    }

    private Mono<Void> look(QuarterRun run, Caller supervisor, CheckView.Line line) {
        boolean wrong = run.count("checks", 1) % ONE_IN == 1;
        return move(supervisor, line.visitId(), line.version(), assign())
                .then(Mono.defer(() -> move(supervisor, line.visitId(), line.version() + 1, report(wrong))))
                .then(Mono.defer(() -> wrong ? putRight(run, supervisor, line.visitId()) : Mono.empty()));
    }

    private Mono<Void> move(Caller supervisor, String visit, int version, CheckAsked asked) {
        return checks.move(supervisor, visit, asked, seen(version), once(supervisor))
                .then();
    }

    private static Seen seen(int version) {
        return new Seen("\"%d\"".formatted(version));
    }

    private static CheckAsked assign() {
        return new CheckAsked(CheckMove.ASSIGN, null, null, null, null, null, null);
    }

    private static CheckAsked report(boolean wrong) {
        return new CheckAsked(
                CheckMove.REPORT,
                null,
                AskedBy.PHONE,
                wrong ? Mark.WRONG : Mark.OK,
                Mark.NONE,
                Mark.OK,
                wrong ? "住户说那天没有人来过" : null);
    }

    private Mono<Void> putRight(QuarterRun run, Caller supervisor, String visit) {
        return people.played("demo-dispatcher")
                .flatMap(community -> rectifications
                        .issue(supervisor, new IssueAsked(visit, "请重新走访这一户，如实记录", null), once(supervisor))
                        .map(issued -> json.readTree(issued.body()).path("no").asString())
                        .flatMap(no -> rectifications
                                .move(
                                        community,
                                        no,
                                        asked(RectificationMove.ANSWER, "今天重新走访了"),
                                        seen(1),
                                        once(community))
                                .then(Mono.defer(() -> rectifications.move(
                                        supervisor,
                                        no,
                                        asked(RectificationMove.ACCEPT, null),
                                        seen(2),
                                        once(supervisor)))))
                        .doOnNext(accepted -> run.count("rectifications", 1))
                        .then());
    }

    private static RectificationAsked asked(RectificationMove move, @Nullable String note) {
        return new RectificationAsked(move, null, note);
    }
}

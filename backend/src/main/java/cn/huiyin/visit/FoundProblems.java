package cn.huiyin.visit;

import cn.huiyin.household.Household;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.Origin;
import cn.huiyin.ticket.Submission;
import cn.huiyin.ticket.TicketIntake;
import cn.huiyin.visit.store.VisitRecords;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Makes tickets of the problems that a visit found, through the door that everybody's tickets come in by. */
@Component
class FoundProblems {

    private final TicketIntake tickets;
    private final VisitRecords records;
    private final JsonMapper json;

    FoundProblems(TicketIntake tickets, VisitRecords records, JsonMapper json) {
        this.tickets = tickets;
        this.records = records;
        this.json = json;
    }

    /**
     * One after another, in the transaction that keeps the record: all of it or nothing.
     *
     * @param visit as each ticket is told what it was made from
     */
    Mono<Void> file(Caller caller, Origin visit, Household home, List<RecordAsked.Problem> problems) {
        return Flux.range(0, problems.size())
                .concatMap(n -> file(caller, visit, home, problems.get(n))
                        .onErrorMap(Refusal.class, refusal -> named(refusal, n))
                        .flatMap(no -> records.link(new VisitId(visit.id()), n + 1, no)))
                .then();
    }

    private Mono<String> file(Caller caller, Origin visit, Household home, RecordAsked.Problem problem) {
        Repeat once = new Repeat(caller.id().value(), null, "");
        return Mono.defer(() -> tickets.file(caller, submission(home, problem), visit, once))
                .map(Answer::body)
                .map(body -> json.readTree(body).path("no").asString());
    }

    private static Submission submission(Household home, RecordAsked.Problem problem) {
        RecordAsked.Reporter reporter = problem.reporter();
        return Submission.found(
                problem.description().strip(),
                problem.category(),
                problem.urgent(),
                problem.anonymous(),
                home.building().value(),
                problem.place() == null ? home.room() : problem.place(),
                problem.media(),
                reporter == null ? null : new Submission.ReporterAsked(reporter.name(), reporter.phone()));
    }

    /** The fields as the phone knows them. */
    private static Refusal named(Refusal refusal, int n) {
        return refusal.faults().isEmpty()
                ? refusal
                : Refusal.invalid(refusal.faults().stream()
                        .map(fault -> new Fault("problems[%d].%s".formatted(n, fault.field()), fault.detail()))
                        .toList());
    }
}

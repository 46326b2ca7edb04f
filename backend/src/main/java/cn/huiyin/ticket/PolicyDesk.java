package cn.huiyin.ticket;

import cn.huiyin.audit.Audit;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.store.Policies;
import cn.huiyin.ticket.store.PolicyDocument;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Shows the deadline policy, and takes a new version of it from an admin. */
@Component
public class PolicyDesk {

    private static final int MOST_RULES = 50;
    private static final int LONGEST = 400;
    private static final Set<String> OCCASIONS =
            Set.of("DEADLINE_BEFORE", "DEADLINE_DUE", "DEADLINE_OVERDUE", "TICKET_DELAYED");

    private final Policies policies;
    private final Snapshot<DeadlinePolicy> policy;
    private final Audit audit;
    private final TransactionalOperator transaction;

    PolicyDesk(Policies policies, Snapshot<DeadlinePolicy> policy, Audit audit, TransactionalOperator transaction) {
        this.policies = policies;
        this.policy = policy;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** The version in force. */
    public record InForce(int version, PolicyDocument policy) {}

    public Mono<InForce> inForce() {
        return Mono.fromSupplier(() -> policy.get().version())
                .flatMap(version -> policies.document(version).map(document -> new InForce(version, document)));
    }

    /** In force for what begins from now on; what runs keeps its version. */
    public Mono<InForce> put(Caller caller, PolicyDocument document, String note) {
        if (!caller.isChief()) {
            return Mono.error(Refusal.notYours("ADMIN_ONLY", "只有街道管理员可以修改时限规则"));
        }
        check(document);
        return policies.newest()
                .flatMap(newest -> keep(caller, document, note, newest.intValue() + 1))
                .as(transaction::transactional)
                .as(LastingWrite::of)
                .flatMap(kept -> policy.refresh().thenReturn(kept));
    }

    private Mono<InForce> keep(Caller caller, PolicyDocument document, String note, int version) {
        return policies.keep(version, document, note, caller.id().value())
                .filter(kept -> kept == 1)
                .switchIfEmpty(Mono.error(() -> Refusal.conflict("STALE", "刚刚有人修改了时限规则，请刷新后再操作")))
                .then(audit.append(
                        "DEADLINE_POLICY",
                        caller.id().value(),
                        "policy/" + version,
                        Map.of("version", Integer.toString(version), "note", note)))
                .thenReturn(new InForce(version, document));
    }

    private static void check(PolicyDocument document) {
        List<Fault> faults = new ArrayList<>();
        if (document.rules().isEmpty() || document.rules().size() > MOST_RULES) {
            faults.add(new Fault("policy.rules", "时限规则应为1到%d条".formatted(MOST_RULES)));
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < document.rules().size(); i++) {
            PolicyDocument.Rule rule = document.rules().get(i);
            if (!ids.add(rule.id())) {
                faults.add(new Fault("policy.rules[%d].id".formatted(i), "规则编号重复：" + rule.id()));
            }
            if (rule.amount() < 1 || rule.amount() > LONGEST) {
                faults.add(new Fault("policy.rules[%d].amount".formatted(i), "时限应为1到%d".formatted(LONGEST)));
            }
        }
        document.reminders().stream()
                .filter(step -> !OCCASIONS.contains(step.occasion()))
                .forEach(step -> faults.add(new Fault("policy.reminders", "没有这种提醒：" + step.occasion())));
        document.reminders().stream()
                .filter(step -> Math.abs(step.offset()) > LONGEST)
                .forEach(step -> faults.add(new Fault("policy.reminders", "提醒时间过远：" + step.id())));
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }
}

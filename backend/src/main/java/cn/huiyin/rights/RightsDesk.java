package cn.huiyin.rights;

import cn.huiyin.audit.Audit;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Staff;
import cn.huiyin.privacy.spi.PersonalData;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rights.Erasure.State;
import cn.huiyin.rights.Erasures.Asked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where people are told what is held on them and ask to be forgotten. */
@Service
public class RightsDesk {

    private final List<PersonalData> parts;
    private final Erasures erasures;
    private final Audit audit;
    private final Staff staff;
    private final TransactionalOperator transaction;
    private final RightsSettings settings;

    RightsDesk(
            List<PersonalData> parts,
            Erasures erasures,
            Audit audit,
            Staff staff,
            TransactionalOperator transaction,
            RightsSettings settings) {
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(PersonalData::turn))
                .toList();
        this.erasures = erasures;
        this.audit = audit;
        this.staff = staff;
        this.transaction = transaction;
        this.settings = settings;
    }

    /** All sections that hold something, by their names. The export is written into the audit chain. */
    public Mono<Map<String, Object>> export(Caller caller) {
        long account = caller.id().value();
        return Flux.fromIterable(parts)
                .concatMap(part -> part.export(account).map(held -> Map.entry(part.section(), held)))
                .collect(LinkedHashMap<String, Object>::new, (all, one) -> all.put(one.getKey(), one.getValue()))
                .delayUntil(all -> audit.append(
                        "PERSONAL_EXPORT",
                        account,
                        "account/" + account,
                        Map.of("sections", List.copyOf(all.keySet()))))
                .map(all -> all);
    }

    /** Begins the time in which it may be withdrawn; who asks again is told of the one that runs. */
    public Mono<Erasure> ask(Caller caller) {
        return caller.isStaff()
                ? Mono.error(Refusal.conflict("ERASURE_STAFF", "您现在有工作岗位，请先由管理员解除岗位，再申请注销"))
                : LastingWrite.of(erasures.ask(caller.id().value(), settings.coolingOff()));
    }

    public Mono<List<Erasure>> list(Caller caller) {
        return erasures.of(caller.id().value()).collectList();
    }

    public Mono<Erasure> withdraw(Caller caller, long id) {
        long account = caller.id().value();
        return erasures.withdraw(account, id)
                .switchIfEmpty(Mono.defer(() -> erasures.find(account, id))
                        .flatMap(found -> Mono.<Erasure>error(Refusal.conflict("ERASURE_ENDED", "这次申请已经撤回或办完了"))))
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("ERASURE_NOT_FOUND", "没有找到这次申请")));
    }

    /** All requests whose time has come, one after the other; says how many. */
    public Mono<Long> carryOutDue() {
        return carryOutNext().repeat().takeWhile(one -> one).count();
    }

    /** Carries out the next request whose time has come, whole or not at all; false where there is none. */
    private Mono<Boolean> carryOutNext() {
        return LastingWrite.of(erasures.next()
                .flatMap(asked -> carryOut(asked).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional));
    }

    private Mono<Void> carryOut(Asked asked) {
        return staff.isStaff(new AccountId(asked.account())).flatMap(posted -> posted ? refuse(asked) : erase(asked));
    }

    private Mono<Void> refuse(Asked asked) {
        return erasures.end(asked.erasure().id(), State.REFUSED, List.of("您现在有工作岗位，没有办理注销。解除岗位后可以再申请。"));
    }

    private Mono<Void> erase(Asked asked) {
        long account = asked.account();
        return Flux.fromIterable(parts)
                .concatMap(part -> part.erase(account))
                .collect(ArrayList<String>::new, List::addAll)
                .flatMap(done -> erasures.end(asked.erasure().id(), State.DONE, done))
                .then(Mono.defer(() -> audit.append(
                        "ERASED",
                        0,
                        "account/" + account,
                        Map.of(
                                "sections",
                                parts.stream().map(PersonalData::section).toList()))));
    }
}

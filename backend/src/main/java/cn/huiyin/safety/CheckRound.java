package cn.huiyin.safety;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Contact;
import cn.huiyin.safety.domain.Step;
import cn.huiyin.safety.spi.Finding;
import cn.huiyin.safety.spi.Finding.Away;
import cn.huiyin.safety.spi.Finding.CannotTell;
import cn.huiyin.safety.store.Checks;
import cn.huiyin.safety.store.Job;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One look at what is due: claimed, asked about side by side, written down. */
@Component
class CheckRound {

    private static final Logger LOG = LoggerFactory.getLogger(CheckRound.class);

    private final Checks checks;
    private final Accounts accounts;
    private final ContentInquiry inquiry;
    private final Outcomes outcomes;
    private final ContentMeters meters;
    private final SafetySettings settings;

    CheckRound(
            Checks checks,
            Accounts accounts,
            ContentInquiry inquiry,
            Outcomes outcomes,
            ContentMeters meters,
            SafetySettings settings) {
        this.checks = checks;
        this.accounts = accounts;
        this.inquiry = inquiry;
        this.outcomes = outcomes;
        this.meters = meters;
        this.settings = settings;
    }

    /** Says how many were due. */
    Mono<Integer> check() {
        return checks.claim(settings.atOnce(), settings.lease())
                .flatMap(jobs -> jobs.isEmpty() ? Mono.just(0) : all(jobs).thenReturn(jobs.size()));
    }

    private Mono<Void> all(List<Job> jobs) {
        List<AccountId> authors = jobs.stream().map(Job::author).distinct().toList();
        return accounts.contacts(authors)
                .flatMap(known -> Flux.fromIterable(jobs)
                        .flatMap(job -> one(job, openid(known, job)), settings.atOnce())
                        .then());
    }

    private static @Nullable String openid(Map<AccountId, Contact> known, Job job) {
        Contact contact = known.get(job.author());
        return contact == null ? null : contact.miniappOpenid();
    }

    /** What could not be written down comes back when the lease ends; it holds up no other. */
    private Mono<Void> one(Job job, @Nullable String openid) {
        return finding(job, openid)
                .doOnNext(finding -> {
                    if (finding instanceof Away) {
                        meters.away();
                    }
                })
                .flatMap(finding -> outcomes.keep(job, step(finding, job)))
                .timeout(settings.lease())
                .onErrorResume(fault -> {
                    LOG.warn("content check {} comes back when its lease ends: {}", job.id(), fault.toString());
                    return Mono.empty();
                });
    }

    private Step step(Finding finding, Job job) {
        return outcomes.judgement().of(finding, job.known());
    }

    private Mono<Finding> finding(Job job, @Nullable String openid) {
        if (job.media() != null && outcomes.judgement().isTiredOf(job.known())) {
            return Mono.just(new CannotTell("微信多次没有给出结果"));
        }
        return inquiry.about(job, openid)
                .timeout(settings.callLimit())
                .onErrorResume(TimeoutException.class, e -> Mono.just(new Away("微信没有按时回答", null)));
    }
}

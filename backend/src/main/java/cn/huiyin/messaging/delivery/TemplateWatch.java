package cn.huiyin.messaging.delivery;

import cn.huiyin.background.Loop;
import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Template;
import cn.huiyin.messaging.domain.TemplateVerdict;
import cn.huiyin.messaging.spi.PlatformTemplates;
import cn.huiyin.messaging.spi.PlatformTemplates.PlatformTemplate;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Asks the platform, soon after the start and now and then, whether it has our templates as the catalogue has them. Says
 * each difference once; {@code huiyin.messages.templates.wrong} counts those that are not right. A platform that is down is
 * asked again; nothing waits for it.
 */
@Component
public class TemplateWatch extends Loop {

    private static final Logger LOG = LoggerFactory.getLogger(TemplateWatch.class);
    private static final Duration ONCE_STARTED = Duration.ofSeconds(20);
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Rounds from one that was answered to the next that asks: six hours. */
    private static final int REST = 36;

    private final Catalogue catalogue;
    private final TemplateIds ids;
    private final List<PlatformTemplates> platforms;
    private final AtomicLong wrong;
    private final Map<String, List<PlatformTemplate>> heard = new ConcurrentHashMap<>();
    private final Map<String, Integer> resting = new ConcurrentHashMap<>();
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    public TemplateWatch(
            Catalogue catalogue, TemplateIds ids, List<PlatformTemplates> platforms, MeterRegistry meters) {
        super("templates could not be compared", ONCE_STARTED, EVERY);
        this.catalogue = catalogue;
        this.ids = ids;
        this.platforms = List.copyOf(platforms);
        this.wrong = meters.gauge("huiyin.messages.templates.wrong", new AtomicLong());
    }

    @Override
    protected Mono<?> round() {
        return Flux.fromIterable(platforms)
                .filter(platform -> resting.merge(platform.channel(), -1, Integer::sum) < 0)
                .concatMap(this::ask)
                .then();
    }

    /** Asks now, whenever it was asked before. */
    public Mono<Void> askAll() {
        return Flux.fromIterable(platforms).concatMap(this::ask).then();
    }

    private Mono<Void> ask(PlatformTemplates platform) {
        return platform.all()
                .timeout(PATIENCE)
                .doOnNext(all -> hear(platform.channel(), all))
                .then()
                .onErrorResume(away -> {
                    LOG.warn("templates of {} could not be asked for yet: {}", platform.channel(), away.toString());
                    return Mono.empty();
                });
    }

    private void hear(String channel, List<PlatformTemplate> all) {
        heard.put(channel, all);
        resting.put(channel, REST);
        var verdicts = verdicts();
        wrong.set(verdicts.stream().filter(TemplateVerdict::isWrong).count());
        var lines = verdicts.stream()
                .filter(TemplateVerdict::isWrong)
                .map(TemplateWatch::line)
                .toList();
        told.retainAll(lines);
        lines.stream().filter(told::add).forEach(LOG::error);
    }

    private static String line(TemplateVerdict verdict) {
        return "template " + verdict.template().key() + " of "
                + verdict.template().channel() + " is " + verdict.state() + " at the platform: "
                + verdict.differences();
    }

    /** How each template of the catalogue stands, as far as the platform has said. */
    public List<TemplateVerdict> verdicts() {
        return catalogue.templates().values().stream().map(this::verdict).toList();
    }

    private TemplateVerdict verdict(Template template) {
        return TemplateVerdict.of(
                catalogue, template, ids.of(template), Optional.ofNullable(heard.get(template.channel())));
    }
}

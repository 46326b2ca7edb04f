package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Decision;
import cn.huiyin.messaging.domain.Decision.What;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Letter;
import cn.huiyin.messaging.domain.Route;
import cn.huiyin.messaging.domain.Way;
import cn.huiyin.messaging.spi.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides by which ways a message goes to a person, whether now or later, and keeps why. */
@Component
public class Router {

    private final Addresses addresses;
    private final TemplateIds templateIds;
    private final Set<String> channels;

    public Router(Addresses addresses, TemplateIds templateIds, List<Channel> channels) {
        this.addresses = addresses;
        this.templateIds = templateIds;
        this.channels = channels.stream().map(Channel::name).collect(Collectors.toUnmodifiableSet());
    }

    Mono<Route> route(Job job, Entry entry, long recipient) {
        return addresses.of(recipient).defaultIfEmpty(Map.of()).map(known -> out(job, entry, known));
    }

    private Route out(Job job, Entry entry, Map<String, String> known) {
        var ways = new ArrayList<Way>();
        var notReached = new ArrayList<String>();
        var decisions = new ArrayList<Decision>();
        for (var letter : entry.letters()) {
            var closed = closed(letter, known);
            decisions.add(new Decision(
                    job.now(),
                    letter.channel(),
                    closed.isEmpty() ? What.OPEN : What.CLOSED,
                    closed.isEmpty() ? "可以送达" : closed));
            if (closed.isEmpty()) {
                ways.add(new Way(
                        letter.channel(),
                        known.getOrDefault(letter.channel(), ""),
                        templateIds.of(letter.template()).orElse(""),
                        letter));
            } else {
                notReached.add(closed);
            }
        }
        return new Route.Out(entry, List.copyOf(ways), List.copyOf(notReached), List.copyOf(decisions));
    }

    private String closed(Letter letter, Map<String, String> known) {
        if (!channels.contains(letter.channel())) {
            return "NO_CHANNEL";
        }
        if (templateIds.of(letter.template()).isEmpty()) {
            return "NO_TEMPLATE";
        }
        return known.containsKey(letter.channel()) ? "" : "NO_ADDRESS";
    }
}

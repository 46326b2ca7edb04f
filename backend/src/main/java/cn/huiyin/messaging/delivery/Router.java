package cn.huiyin.messaging.delivery;

import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.Entry;
import cn.huiyin.messaging.domain.Entry.Audience;
import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Known;
import cn.huiyin.messaging.domain.Openness;
import cn.huiyin.messaging.domain.Route;
import cn.huiyin.messaging.domain.Routing;
import cn.huiyin.messaging.domain.RoutingPolicy;
import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.store.Routes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Decides by which ways a message goes to a person, whether now or later, and keeps why. */
@Component
public class Router {

    /** What tells a person of several messages at once. */
    private static final Map<Audience, String> SUMMARIES =
            Map.of(Audience.RESIDENT, "SUMMARY", Audience.STAFF, "SUMMARY_STAFF");

    private final Routing routing;
    private final Routes routes;
    private final Meters meters;

    public Router(
            Catalogue catalogue,
            RoutingPolicy policy,
            TemplateIds templateIds,
            List<Channel> channels,
            Routes routes,
            Meters meters) {
        var names = channels.stream().map(Channel::name).collect(Collectors.toUnmodifiableSet());
        this.routing = new Routing(policy, new Openness(names, templateIds::of, catalogue::word));
        this.routes = routes;
        this.meters = meters;
    }

    /** What was decided is kept already; only {@link Route.Out} leaves something to do. */
    Mono<Route> route(Job job, Entry entry) {
        return routes.known(job)
                .flatMap(known -> keep(job, entry, known, routing.route(job, entry, known)))
                .defaultIfEmpty(new Route.NotOurs());
    }

    private Mono<Route> keep(Job job, Entry entry, Known known, Route route) {
        meters.routed(route);
        if (route instanceof Route.Held held) {
            return routes.held(job, held).thenReturn(route);
        }
        if (route instanceof Route.Summarised summarised) {
            return routes.summarised(job, SUMMARIES.getOrDefault(entry.audience(), "SUMMARY"), summarised)
                    .thenReturn(route);
        }
        return route instanceof Route.Out out ? out(job, entry, known, out) : Mono.just(route);
    }

    private Mono<Route> out(Job job, Entry entry, Known known, Route.Out route) {
        return routes.out(job, route).flatMap(said -> switch (said) {
            case KEPT -> Mono.just((Route) route);
            case OVER_THE_LIMIT -> keep(job, entry, known, routing.overTheLimit(job, entry, known));
            case NOT_OURS -> Mono.just(new Route.NotOurs());
        });
    }
}

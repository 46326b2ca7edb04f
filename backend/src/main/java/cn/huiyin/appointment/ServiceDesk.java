package cn.huiyin.appointment;

import cn.huiyin.appointment.AppointmentView.Named;
import cn.huiyin.appointment.domain.NeedWords.Found;
import cn.huiyin.appointment.domain.Service;
import cn.huiyin.appointment.domain.Services;
import cn.huiyin.appointment.store.ServiceRows;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.snapshot.Snapshot;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who can be booked, and who is meant by what somebody says. */
@Component
public class ServiceDesk {

    private static final String CODE = "[A-Z][A-Z_]{1,31}";

    private final Snapshot<Services> services;
    private final ServiceRows rows;
    private final Needs needs;

    ServiceDesk(Snapshot<Services> services, ServiceRows rows, Needs needs) {
        this.services = services;
        this.rows = rows;
        this.needs = needs;
    }

    /**
     * The services, those that are suggested first.
     *
     * @param needs all needs that can be chosen
     */
    public record ServicePage(
            List<ServiceView> items,
            List<Named> needs,
            @Nullable String nextCursor) {}

    /**
     * A service as the contract shows it.
     *
     * @param suggested whether the words mean this one
     * @param because the phrases that speak for it
     */
    public record ServiceView(
            String code,
            String name,
            String about,
            List<Named> needs,
            boolean active,
            boolean suggested,
            List<String> because) {}

    /** All that can be booked; with a text, those it means first. */
    public ServicePage list(@Nullable String text) {
        Services known = services.get();
        List<Found> found = text == null ? List.of() : needs.in(text);
        List<Service> suggested =
                known.suggestedFor(found.stream().map(Found::need).toList());
        List<Service> rest = known.all().stream()
                .filter(Service::active)
                .filter(service -> !suggested.contains(service))
                .toList();
        return new ServicePage(
                Stream.concat(suggested.stream(), rest.stream())
                        .map(service -> view(service, known, suggested.contains(service), found))
                        .toList(),
                known.needs().entrySet().stream()
                        .map(need -> new Named(need.getKey(), need.getValue()))
                        .toList(),
                null);
    }

    private static ServiceView view(Service service, Services known, boolean suggested, List<Found> found) {
        return new ServiceView(
                service.code(),
                service.name(),
                service.about(),
                service.needs().stream()
                        .map(need -> new Named(need, known.nameOfNeed(need)))
                        .toList(),
                service.active(),
                suggested,
                found.stream()
                        .filter(one -> service.needs().contains(one.need()))
                        .map(Found::phrase)
                        .toList());
    }

    /** Adds or changes a service; what was booked of it stays. */
    public Mono<ServiceView> put(Caller caller, Service service) {
        if (!caller.isChief()) {
            return Mono.error(Refusal.notYours("ADMIN_ONLY", "只有街道管理员可以修改预约服务"));
        }
        if (!service.code().matches(CODE)) {
            return Mono.error(Refusal.invalid(new Fault("code", "服务代码应为大写英文字母，例如 COMMUNITY_DOCTOR")));
        }
        for (String need : service.needs()) {
            if (!services.get().needs().containsKey(need)) {
                return Mono.error(Refusal.invalid(new Fault("needs", "没有这种需要：" + need)));
            }
        }
        return LastingWrite.of(rows.keep(service, caller.id().value()))
                .then(Mono.defer(services::refresh))
                .map(known -> view(service, known, false, List.of()));
    }
}

package cn.huiyin.appointment.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who can be booked, and for what.
 *
 * @param needs their names by their codes, in the order they are shown
 */
public record Services(List<Service> all, Map<String, String> needs) {

    public Optional<Service> find(String code) {
        return all.stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /** Its name, or the code where nobody knows it any more. */
    public String nameOf(String code) {
        return find(code).map(Service::name).orElse(code);
    }

    public String nameOfNeed(String code) {
        return needs.getOrDefault(code, code);
    }

    /** Who is meant by these needs, in their order, each once. */
    public List<Service> suggestedFor(Collection<String> wanted) {
        return wanted.stream()
                .flatMap(need -> all.stream()
                        .filter(Service::active)
                        .filter(service -> service.needs().contains(need)))
                .distinct()
                .toList();
    }
}

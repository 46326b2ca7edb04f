package cn.huiyin.programme.domain;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.Occupancy;
import java.time.Period;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The policies that come with the program: {@code programme/policies.yaml}. A wrong word stops the start. */
public final class PolicyFile {

    private PolicyFile() {}

    /** By their code, in the order of the file. */
    public static Map<String, Policy> builtIn() {
        Map<String, Policy> policies = new LinkedHashMap<>();
        Written.file("policies.yaml").forEach((code, of) -> policies.put(code, policy(code, Written.map(of))));
        return policies;
    }

    private static Policy policy(String code, Map<String, Object> of) {
        Map<HouseholdClass, Frequency> rules = new EnumMap<>(HouseholdClass.class);
        Written.map(of.get("rules"))
                .forEach((kind, rule) -> rules.put(HouseholdClass.valueOf(kind), frequency(Written.map(rule))));
        Policy policy = new Policy(
                Written.text(of, "name"),
                Written.text(of, "about"),
                Written.texts(of, "leaveOut").stream().map(Occupancy::valueOf).collect(Collectors.toSet()),
                rules);
        if (!policy.faults().isEmpty()) {
            throw new IllegalArgumentException(code + ": " + policy.faults());
        }
        return policy;
    }

    private static Frequency frequency(Map<String, Object> of) {
        return new Frequency(
                Period.parse(Written.text(of, "every")),
                Integer.parseInt(Written.text(of, "notice")),
                Written.texts(of, "ways").stream().map(Way::valueOf).collect(Collectors.toSet()));
    }
}

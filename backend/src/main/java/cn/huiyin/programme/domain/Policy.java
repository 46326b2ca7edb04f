package cn.huiyin.programme.domain;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.Occupancy;
import cn.huiyin.problem.Fault;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often households are visited, by their class.
 *
 * @param about for whoever has to choose
 * @param leaveOut nobody is visited there
 */
public record Policy(String name, String about, Set<Occupancy> leaveOut, Map<HouseholdClass, Frequency> rules) {

    /** The policy that holds where nobody chose one. */
    public static final String STANDARD = "STANDARD";

    private static final int LONGEST_MONTHS = 12;
    private static final int LONGEST_DAYS = 365;
    private static final int SHORTEST_MONTH = 28;

    public Policy {
        leaveOut = Set.copyOf(leaveOut);
        rules = rules.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(rules));
    }

    /** What cannot be taken; empty where all is well. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (HouseholdClass kind : HouseholdClass.values()) {
            Frequency rule = rules.get(kind);
            if (rule == null) {
                faults.add(new Fault("policy.rules." + kind, kind.chinese() + "家庭多久走访一次没有写"));
            } else {
                faults.addAll(faults(rule, "policy.rules." + kind));
            }
        }
        return faults;
    }

    private static List<Fault> faults(Frequency rule, String field) {
        List<Fault> faults = new ArrayList<>();
        Period every = rule.every();
        long months = every.toTotalMonths();
        boolean oneUnit = (months > 0) != (every.getDays() > 0) && months >= 0 && every.getDays() >= 0;
        if (!oneUnit || months > LONGEST_MONTHS || every.getDays() > LONGEST_DAYS) {
            faults.add(new Fault(field + ".every", "间隔应为 1 到 12 个月（如 P3M），或 1 到 365 天（如 P7D）"));
        } else if (rule.notice() < 0 || rule.notice() >= Math.max(months * SHORTEST_MONTH, every.getDays())) {
            faults.add(new Fault(field + ".notice", "提前天数应不少于 0，且短于走访间隔"));
        }
        if (rule.ways().isEmpty()) {
            faults.add(new Fault(field + ".ways", "请选择哪些方式算走访"));
        }
        return faults;
    }
}

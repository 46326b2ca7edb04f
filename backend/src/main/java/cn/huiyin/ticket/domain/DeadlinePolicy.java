package cn.huiyin.ticket.domain;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * The deadline policies, all versions of them: a running deadline keeps the version it began under.
 *
 * @param version the one in force for what begins now
 */
public record DeadlinePolicy(int version, Map<Integer, Version> versions) {

    /**
     * One version.
     *
     * @param reopenWindowDays how many natural days after archiving a resident may reopen
     * @param nudgeEveryHours how often a resident may nudge
     * @param callbackReminderDays working days of silence before the one reminder
     * @param callbackVisitDays working days of silence before the grid worker is asked to phone or knock
     */
    public record Version(
            List<DeadlineRule> rules,
            List<ReminderStep> reminders,
            int reopenWindowDays,
            int nudgeEveryHours,
            int callbackReminderDays,
            int callbackVisitDays) {}

    public DeadlinePolicy {
        versions = Map.copyOf(versions);
    }

    public static DeadlinePolicy of(Map<Integer, Version> versions) {
        return new DeadlinePolicy(new TreeMap<>(versions).lastKey(), versions);
    }

    public Version current() {
        return version(version);
    }

    public Version version(int number) {
        Version found = versions.get(number);
        if (found == null) {
            throw new NoSuchElementException("no deadline policy of version " + number);
        }
        return found;
    }

    /** The line a deadline began under. */
    public DeadlineRule rule(int version, String id) {
        return version(version).rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("no deadline rule " + id + " in version " + version));
    }
}

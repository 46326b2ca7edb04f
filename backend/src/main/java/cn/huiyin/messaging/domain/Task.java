package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.domain.Entry.Audience;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A task for a human: given to people, or to whoever holds a role over a place.
 *
 * @param place a path such as {@code /qinghe/qinghe-c1/}
 */
public record Task(String occasion, String sentence, String page, List<Long> assignees, String role, String place) {

    /** Street, community, grid: from here on a grid worker answers for it. */
    private static final int A_GRID = 3;

    /** What an occasion asks of its audience; of those who answer for the place where the audience is empty. */
    public static Task of(Catalogue catalogue, Entry entry, Job job, List<Long> assignees) {
        return new Task(
                entry.occasion(),
                catalogue.sentence(entry, job.facts()),
                catalogue.page(entry, job.facts()),
                assignees,
                role(Audience.RESIDENT, job),
                place(job));
    }

    /** Somebody could not be reached, and must be. */
    public static Task unreached(Catalogue catalogue, Entry entry, Job job, Collection<String> reasons) {
        var unreached = catalogue.find(Catalogue.UNREACHED).orElseThrow();
        var why = reasons.stream().map(catalogue::word).distinct().collect(Collectors.joining("、"));
        var facts = new HashMap<>(job.facts());
        facts.putAll(Map.of("why", why, "message", catalogue.sentence(entry, job.facts())));
        return new Task(
                unreached.occasion(),
                catalogue.sentence(unreached, facts),
                catalogue.page(unreached, facts),
                List.of(),
                role(entry.audience(), job),
                place(job));
    }

    private static String role(Audience audience, Job job) {
        if (!job.facts().containsKey("placePath")) {
            return "ADMIN";
        }
        return audience == Audience.RESIDENT && depth(place(job)) >= A_GRID ? "GRID_WORKER" : "DISPATCHER";
    }

    private static String place(Job job) {
        return job.facts().getOrDefault("placePath", "/" + job.street() + "/");
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count() - 1;
    }
}

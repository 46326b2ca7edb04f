package cn.huiyin.rehearsal;

import cn.huiyin.identity.Caller;
import cn.huiyin.rehearsal.QuarterPeople.Rounder;
import cn.huiyin.rehearsal.QuarterTickets.Matter;
import cn.huiyin.visit.RecordAsked;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/** One quarter as it goes on: who plays it, what is still to be done on a later day, and what was done. */
final class QuarterRun {

    static final int DAYS = 91;
    private static final long SEED = 2304;

    /** What happens to a home on a later day. */
    record Late(LocalDate on, Rounder by, RecordAsked record) {}

    record Try(LocalDate on, Rounder by, String household, boolean agrees) {}

    record Card(LocalDate on, Caller by, String id) {}

    record Booked(LocalDate on, String appointment) {}

    final LocalDate from;
    final List<Rounder> rounders;
    final Queue<Late> late = new ConcurrentLinkedQueue<>();
    final Queue<Try> tries = new ConcurrentLinkedQueue<>();
    final Queue<Card> cards = new ConcurrentLinkedQueue<>();
    final Queue<Booked> booked = new ConcurrentLinkedQueue<>();
    final Queue<Matter> matters = new ConcurrentLinkedQueue<>();
    final Set<String> tried = ConcurrentHashMap.newKeySet();
    final Set<String> visited = ConcurrentHashMap.newKeySet();
    final Set<String> met = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    volatile String campaign = "";
    volatile int day;

    QuarterRun(LocalDate from, List<Rounder> rounders) {
        this.from = from;
        this.rounders = List.copyOf(rounders);
    }

    boolean over() {
        return day >= DAYS;
    }

    LocalDate today() {
        return from.plusDays(day);
    }

    /** The same for a grid and day, however the grids take turns. */
    Random chance(String grid) {
        return new Random(SEED + today().toEpochDay() * 1_000_003 + grid.hashCode());
    }

    int count(String what, int more) {
        return counts.merge(what, more, Integer::sum);
    }

    /** Takes out what is to be done by today. */
    static <T> List<T> due(Queue<T> queue, Predicate<T> due) {
        List<T> found = queue.stream().filter(due).toList();
        queue.removeAll(found);
        return found;
    }

    Progress progress() {
        Map<String, Integer> all = new TreeMap<>(counts);
        all.put("homesVisited", visited.size());
        all.put("homesMet", met.size());
        return new Progress(over() ? "DONE" : "RUNNING", from, today(), day, DAYS, all);
    }

    /** How far it is. */
    record Progress(String state, LocalDate from, LocalDate today, int day, int of, Map<String, Integer> counts) {}
}

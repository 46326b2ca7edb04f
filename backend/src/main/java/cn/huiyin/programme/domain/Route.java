package cn.huiyin.programme.domain;

import cn.huiyin.household.HouseholdClass;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A grid worker's day: whom to visit and in which order. Who is overdue comes before who is due, special before key before ordinary
 * homes, the longest overdue first; what was chosen is walked building by building, and appointments stay where they are. The same
 * input gives the same day.
 */
public final class Route {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 8;

    private final Manner manner;

    public Route(Manner manner) {
        this.manner = manner;
    }

    /**
     * How a day is walked.
     *
     * @param visits at most so many homes, besides appointments
     * @param minutes how long a visit takes, by class
     * @param between from one building to another
     * @param topDown rooms from the top floor down; else from the ground up
     */
    public record Manner(
            LocalTime from,
            LocalTime to,
            int visits,
            Map<HouseholdClass, Integer> minutes,
            int between,
            boolean topDown) {

        public Manner {
            minutes = Map.copyOf(minutes);
        }

        int minutesFor(HouseholdClass kind) {
            return minutes.getOrDefault(kind, 0);
        }
    }

    /**
     * A home that might be visited.
     *
     * @param building its name or id, as buildings are numbered
     * @param roomKey sorts rooms as people count them
     */
    public record Candidate(
            String household, String building, String roomKey, HouseholdClass kind, Due due, LocalDate dueOn) {}

    /**
     * An appointment.
     *
     * @param building null where it is not at a building we know
     */
    public record Fixed(String id, @Nullable String building, LocalTime from, LocalTime to) {}

    /** One stop; either a home or an appointment. */
    public record Stop(
            LocalTime from,
            LocalTime to,
            @Nullable Candidate home,
            @Nullable Fixed appointment) {}

    /** A day, and those who were chosen and did not fit into it, the most important first. */
    public record Day(List<Stop> stops, List<Candidate> left) {}

    private static final Comparator<Candidate> MOST_PRESSING = Comparator.comparing(
                    (Candidate home) -> home.due() == Due.OVERDUE ? 0 : 1)
            .thenComparing(Candidate::kind, Comparator.reverseOrder())
            .thenComparing(Candidate::dueOn)
            .thenComparing(Candidate::household);

    /** The day among these appointments; of the candidates only those that are due or overdue. */
    public Day plan(List<Candidate> candidates, List<Fixed> appointments) {
        List<Candidate> pressing = candidates.stream()
                .filter(home -> home.due() == Due.OVERDUE || home.due() == Due.DUE)
                .sorted(MOST_PRESSING)
                .toList();
        List<Candidate> chosen = new ArrayList<>(pressing.subList(0, Math.min(manner.visits(), pressing.size())));
        List<Candidate> left = new ArrayList<>();
        List<Fixed> fixed = appointments.stream()
                .sorted(Comparator.comparing(Fixed::from).thenComparing(Fixed::id))
                .toList();
        List<Stop> stops = walk(inOrder(chosen), fixed);
        while (stops.stream().filter(stop -> stop.home() != null).count() < chosen.size()) {
            left.add(0, chosen.remove(chosen.size() - 1));
            stops = walk(inOrder(chosen), fixed);
        }
        return new Day(stops, List.copyOf(left));
    }

    private List<Candidate> inOrder(List<Candidate> chosen) {
        Comparator<Candidate> rooms = Comparator.comparing(Candidate::roomKey);
        return chosen.stream()
                .sorted(Comparator.comparing((Candidate home) -> number(home.building()))
                        .thenComparing(manner.topDown() ? rooms.reversed() : rooms)
                        .thenComparing(Candidate::household))
                .toList();
    }

    /** 2号楼 comes before 10号楼. */
    static String number(String building) {
        return NUMBER.matcher(building).replaceAll(Route::padded);
    }

    private static String padded(MatchResult number) {
        return "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group();
    }

    /** Walks the homes in this order around what is fixed; who does not fit before an appointment waits until after it. */
    private List<Stop> walk(List<Candidate> homes, List<Fixed> fixed) {
        List<Stop> stops = new ArrayList<>();
        List<Candidate> ahead = new ArrayList<>(homes);
        LocalTime now = manner.from();
        String here = null;
        for (Fixed next : fixed) {
            for (Candidate home : List.copyOf(ahead)) {
                Stop stop = stop(home, here, now);
                if (stop == null || !reaches(stop.to(), home.building(), next.building(), next.from())) {
                    break;
                }
                stops.add(stop);
                ahead.remove(home);
                now = stop.to();
                here = home.building();
            }
            stops.add(new Stop(next.from(), next.to(), null, next));
            now = next.to().isAfter(now) ? next.to() : now;
            here = next.building();
        }
        for (Candidate home : ahead) {
            Stop stop = stop(home, here, now);
            if (stop == null) {
                break;
            }
            stops.add(stop);
            now = stop.to();
            here = home.building();
        }
        return stops;
    }

    /** Null where the day is over before. */
    private @Nullable Stop stop(Candidate home, @Nullable String here, LocalTime now) {
        long way = here == null || here.equals(home.building()) ? 0 : manner.between();
        long begins = now.toSecondOfDay() / 60 + way;
        long ends = begins + manner.minutesFor(home.kind());
        if (ends > manner.to().toSecondOfDay() / 60) {
            return null;
        }
        return new Stop(
                LocalTime.MIN.plus(Duration.ofMinutes(begins)),
                LocalTime.MIN.plus(Duration.ofMinutes(ends)),
                home,
                null);
    }

    private boolean reaches(LocalTime now, String here, @Nullable String there, LocalTime by) {
        long way = here.equals(there) ? 0 : manner.between();
        return now.toSecondOfDay() / 60 + way <= by.toSecondOfDay() / 60;
    }
}

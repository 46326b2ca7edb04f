package cn.huiyin.programme.domain;

import cn.huiyin.household.Occupancy;
import cn.huiyin.problem.Refusal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A campaign 走访活动: every home it is for is to be visited once between two days. The same as {@code campaign_homes} in the
 * database, which is held against this.
 *
 * @param place path of the street or community
 * @param theme code of its theme; null for a general one
 * @param groups whom it is for, by tags; empty for all homes
 * @param first the tags of those who are visited first and in person
 * @param leaveOut nobody is visited there
 * @param pilots paths of the communities that begin; empty where all begin at once
 * @param pilotMonthly how many homes a pilot community aims at each month
 */
public record Campaign(
        long id,
        String place,
        @Nullable String theme,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        List<String> groups,
        List<String> first,
        Set<Occupancy> leaveOut,
        Set<Way> firstWays,
        Set<Way> otherWays,
        List<String> pilots,
        int pilotMonthly,
        Stage stage,
        int version) {

    public enum Stage {
        /** Suggested for a theme date; nobody has decided yet. */
        PROPOSED("待确认"),
        /** Only in the pilot communities. */
        PILOT("试点"),
        ALL("全面走访"),
        /** Over; its final figures are kept. */
        CLOSED("已结束"),
        /** Proposed, and not wanted. */
        DROPPED("不开展");

        private final String chinese;

        Stage(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }

    public enum Move {
        ACCEPT,
        DROP,
        /** From the pilot communities to all. */
        SPREAD,
        /** To another last day. */
        EXTEND,
        CLOSE
    }

    private static final Map<Stage, Map<Move, Stage>> FLOW = new EnumMap<>(Map.of(
            Stage.PROPOSED, Map.of(Move.ACCEPT, Stage.ALL, Move.DROP, Stage.DROPPED),
            Stage.PILOT, Map.of(Move.SPREAD, Stage.ALL, Move.EXTEND, Stage.PILOT, Move.CLOSE, Stage.CLOSED),
            Stage.ALL, Map.of(Move.EXTEND, Stage.ALL, Move.CLOSE, Stage.CLOSED),
            Stage.CLOSED, Map.of(),
            Stage.DROPPED, Map.of()));

    public Set<Move> moves() {
        return FLOW.getOrDefault(stage, Map.of()).keySet();
    }

    /** The stage that follows. */
    public Stage after(Move move) {
        Stage next = FLOW.getOrDefault(stage, Map.of()).get(move);
        if (next == null) {
            throw Refusal.conflict("CAMPAIGN_MOVE_REFUSED", "这次走访现在是“%s”，不能这样做".formatted(stage.chinese()));
        }
        return next;
    }

    /** Which homes are visited first, which after them. */
    public enum Turn {
        FIRST,
        OTHER
    }

    /** Whether a home belongs to it now, and when its turn is; as its file changes it comes and goes. */
    public Optional<Turn> turnOf(String path, Occupancy status, Collection<String> tags) {
        boolean here = path.startsWith(place)
                && (stage != Stage.PILOT || pilots.stream().anyMatch(path::startsWith));
        if (!here
                || leaveOut.contains(status)
                || !(groups.isEmpty() || tags.stream().anyMatch(groups::contains))) {
            return Optional.empty();
        }
        return Optional.of(tags.stream().anyMatch(first::contains) ? Turn.FIRST : Turn.OTHER);
    }

    /** Whether a visit on this day, in this way, is the one that a home with this turn needs. */
    public boolean counts(Turn turn, Way way, LocalDate day) {
        return !day.isBefore(startsOn)
                && !day.isAfter(endsOn)
                && (turn == Turn.FIRST ? firstWays : otherWays).contains(way);
    }
}

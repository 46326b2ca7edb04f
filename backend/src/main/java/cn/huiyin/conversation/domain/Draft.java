package cn.huiyin.conversation.domain;

import org.jspecify.annotations.Nullable;

/**
 * A matter that somebody told us and has not yet handed in.
 *
 * @param words what is the matter
 * @param spoken it came by voice and may have been misheard
 * @param building id of the building it is about; null where only a grid is known or nothing
 * @param grid id of the grid, where no building is known
 * @param where how the place is shown back; the person's own words where we could not find it; null while unknown
 * @param home the place is the person's home, taken because they named none
 * @param danger whom to call first; null where there is no danger
 */
public record Draft(
        String words,
        boolean spoken,
        @Nullable String building,
        @Nullable String grid,
        @Nullable String where,
        boolean home,
        @Nullable String danger) {

    /** As much as a ticket may hold, in characters. */
    private static final int LONGEST = 2_000;

    public static Draft of(String words, boolean spoken) {
        return new Draft(cut(words), spoken, null, null, null, false, null);
    }

    public Draft saying(String other) {
        return new Draft(cut(other), spoken, building, grid, where, home, danger);
    }

    public Draft adding(String more) {
        return saying(words + "。" + more);
    }

    public Draft dangerous(@Nullable String call) {
        return new Draft(words, spoken, building, grid, where, home, call);
    }

    public Draft at(Spot spot, boolean isHome) {
        return new Draft(words, spoken, spot.building(), spot.grid(), spot.shown(), isHome, danger);
    }

    /** The person's own words for a place that we do not know. */
    public Draft somewhere(String inTheirWords) {
        return new Draft(words, spoken, null, null, inTheirWords, false, danger);
    }

    public boolean hasPlace() {
        return where != null;
    }

    /** Whether the place is only the person's words for it. */
    public boolean onlyDescribed() {
        return where != null && building == null && grid == null;
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST);
    }
}

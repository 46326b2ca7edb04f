package cn.huiyin.appointment;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Whose appointment it is to be.
 *
 * @param booker who is told
 * @param recorder the staff member, if it is booked through them
 * @param household whose limits count: those behind one door, where it is sure
 * @param person who is in one place at a time
 * @param name of somebody of the household; null where it is the booker
 * @param relation to the booker, in words
 * @param phone of that somebody, where one was given
 */
record Visited(
        AccountId booker,
        @Nullable AccountId recorder,
        PlacePath home,
        @Nullable String room,
        String household,
        String person,
        @Nullable String name,
        @Nullable String relation,
        @Nullable String phone) {

    /** A person must not be printed by accident. */
    @Override
    public String toString() {
        return "Visited[" + booker + "]";
    }
}

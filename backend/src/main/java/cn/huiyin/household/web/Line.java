package cn.huiyin.household.web;

import cn.huiyin.community.Atlas;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.HouseholdRegister.Listed;
import cn.huiyin.household.Occupancy;
import cn.huiyin.household.store.Homes.After;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A home in a list: nothing of it is personal. */
record Line(
        String id,
        String buildingId,
        String place,
        String room,
        Occupancy status,
        @JsonProperty("class") HouseholdClass kind,
        List<String> tags,
        List<String> needs,
        int members,
        LocalDate touchedOn,
        @Nullable LocalDate touchDue,
        LocalDate reviseDue,
        boolean visitsRefused) {

    static Line of(Household home, Atlas atlas, Set<HouseholdId> refusing) {
        return new Line(
                home.id().value(),
                home.building().value(),
                atlas.inWords(home.path()),
                home.room(),
                home.status(),
                home.kind(),
                home.tags(),
                home.needs(),
                home.members(),
                home.touchedOn(),
                home.touchDue(),
                home.reviseDue(),
                refusing.contains(home.id()));
    }

    record Page(List<Line> items, @Nullable String nextCursor) {

        /** @param listed one more than {@code size}, where there are more */
        static Page of(Listed listed, int size, Atlas atlas) {
            List<Household> shown = listed.homes().stream().limit(size).toList();
            return new Page(
                    shown.stream()
                            .map(home -> Line.of(home, atlas, listed.refusing()))
                            .toList(),
                    listed.homes().size() > size ? cursor(shown.get(size - 1)) : null);
        }
    }

    private static String cursor(Household last) {
        String plain = String.join(" ", last.path().value(), last.id().value(), last.roomKey());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static After after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return After.NOTHING;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 3);
            if (parts[2].indexOf('\0') >= 0 || parts[0].indexOf('\0') >= 0) {
                throw broken();
            }
            return new After(parts[0], parts[2], parts[1]);
        } catch (IllegalArgumentException | IndexOutOfBoundsException made) {
            throw broken();
        }
    }

    private static Refusal broken() {
        return Refusal.invalid(new Fault("cursor", "翻页标记不正确，请从第一页重新查看"));
    }
}

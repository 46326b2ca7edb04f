package cn.huiyin.community;

import static cn.huiyin.community.AtlasReading.items;

import cn.huiyin.community.CommunityDocument.PlaceEntry;
import cn.huiyin.community.CommunityDocument.UnitEntry;
import cn.huiyin.problem.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks through a document before anything of it is taken, and names each entry that is wrong. */
final class CommunityCheck {

    static final int MOST_PLACES = 20_000;
    static final int MOST_UNITS = 2_000;
    static final int LONGEST_NAME = 60;
    static final int MOST_CORNERS = 500;

    /** So many faults are told at once; the rest shows when these are mended. */
    static final int MOST_FAULTS = 50;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern CATEGORY = Pattern.compile("[A-Z][A-Z_]{1,31}(\\.[A-Z][A-Z_]{1,31})?");

    private final CommunityDocument document;
    private final Atlas known;
    private final Map<String, PlaceEntry> places = new HashMap<>();
    private final Map<String, UnitEntry> units = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private CommunityCheck(CommunityDocument document, Atlas known) {
        this.document = document;
        this.known = known;
    }

    /**
     * What is wrong with it; empty if it can be taken.
     *
     * @param known what there is already
     */
    static List<Fault> faults(CommunityDocument document, Atlas known) {
        var check = new CommunityCheck(document, known);
        check.sizes();
        if (check.faults.isEmpty()) {
            check.places();
            check.units();
        }
        return check.faults.stream().limit(MOST_FAULTS).toList();
    }

    private void sizes() {
        var placeCount = sizeOf(document.places());
        refuseIf(placeCount == 0, "places", "至少要有一个地点");
        refuseIf(placeCount > MOST_PLACES, "places", "一次最多 " + MOST_PLACES + " 个地点");
        refuseIf(sizeOf(document.units()) > MOST_UNITS, "units", "一次最多 " + MOST_UNITS + " 个单位");
    }

    private static int sizeOf(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }

    private void places() {
        each(document.places(), "places", (entry, at) -> identify(entry.id(), entry, places, at));
        each(document.places(), "places", this::place);
    }

    private void units() {
        each(document.units(), "units", (entry, at) -> identify(entry.id(), entry, units, at));
        each(document.units(), "units", this::unit);
        if (faults.isEmpty()) {
            units.keySet().forEach(this::climbs);
            dutiesHeldTwice();
        }
    }

    private interface Look<E> {
        void at(E entry, String field);
    }

    private <E> void each(@Nullable List<@Nullable E> list, String name, Look<E> look) {
        int index = 0;
        for (var entry : list == null ? List.<@Nullable E>of() : list) {
            var field = name + "[" + index++ + "]";
            if (entry == null) {
                refuseIf(true, field, "这一项是空的");
            } else {
                look.at(entry, field);
            }
        }
    }

    private <E> void identify(@Nullable String id, E entry, Map<String, E> seen, String at) {
        if (id == null || !ID.matcher(id).matches()) {
            refuseIf(true, at + ".id", "编号只能用小写字母、数字和短横线，最多 64 个字符");
        } else {
            refuseIf(seen.put(id, entry) != null, at + ".id", "编号 " + id + " 出现了两次");
        }
    }

    private void place(PlaceEntry entry, String at) {
        name(entry.name(), entry.id(), at);
        refuseIf(entry.kind() == null, at + ".kind", "地点 " + entry.id() + " 没有写明类型");
        refuseIf(!liesWhereItShould(entry), at + ".parent", "地点 " + entry.id() + " 的上级 " + entry.parent() + " 不对");
        refuseIf(!isOnEarth(entry.lng(), entry.lat()), at + ".lng", "地点 " + entry.id() + " 的经纬度不对");
        refuseIf(!isOutline(entry.outline()), at + ".outline", "地点 " + entry.id() + " 的边界不对，应有 3 至 500 个角");
        refuseIf(hasMoved(entry), at + ".parent", "地点 " + entry.id() + " 不能换上级，请另用一个编号");
    }

    private void name(@Nullable String name, @Nullable String id, String at) {
        refuseIf(!isName(name), at + ".name", id + " 的名称应有 1 至 " + LONGEST_NAME + " 个字");
    }

    private static boolean isName(@Nullable String name) {
        return name != null
                && !name.isBlank()
                && name.indexOf('\0') < 0
                && name.codePointCount(0, name.length()) <= LONGEST_NAME;
    }

    private boolean liesWhereItShould(PlaceEntry entry) {
        if (entry.kind() == null) {
            return true;
        }
        var wider = entry.kind().wider();
        var parent = Optional.ofNullable(entry.parent()).map(places::get);
        return wider.isEmpty()
                ? entry.parent() == null
                : parent.map(PlaceEntry::kind).equals(wider);
    }

    private static boolean isOnEarth(@Nullable Double lng, @Nullable Double lat) {
        return lng == null || lat == null ? lng == null && lat == null : Point.isOnEarth(lng, lat);
    }

    private static boolean isOutline(@Nullable List<double[]> corners) {
        return corners == null
                || corners.size() >= 3
                        && corners.size() <= MOST_CORNERS
                        && corners.stream().allMatch(CommunityCheck::isCorner);
    }

    private static boolean isCorner(double @Nullable [] corner) {
        return corner != null && corner.length == 2 && Point.isOnEarth(corner[0], corner[1]);
    }

    private boolean hasMoved(PlaceEntry entry) {
        return known.place(new PlaceId(String.valueOf(entry.id())))
                .filter(before -> before.kind() != entry.kind()
                        || !Objects.equals(
                                entry.parent(),
                                before.parent() == null ? null : before.parent().value()))
                .isPresent();
    }

    private void unit(UnitEntry entry, String at) {
        name(entry.name(), entry.id(), at);
        refuseIf(entry.kind() == null, at + ".kind", "单位 " + entry.id() + " 没有写明类型");
        refuseIf(
                !places.containsKey(entry.serves()),
                at + ".serves",
                "单位 " + entry.id() + " 负责的地点 " + entry.serves() + " 不在文件里");
        refuseIf(!isKnownUnit(entry.above()), at + ".above", "单位 " + entry.id() + " 的上级 " + entry.above() + " 不存在");
        refuseIf(servesElsewhere(entry), at + ".id", "单位编号 " + entry.id() + " 已用于别的街道");
        for (var duty : items(entry.duties())) {
            refuseIf(
                    !CATEGORY.matcher(duty).matches(), at + ".duties", "单位 " + entry.id() + " 的职责 " + duty + " 不是分类代码");
        }
        refuseIf(sizeOf(entry.duties()) > 200, at + ".duties", "单位 " + entry.id() + " 的职责超过 200 项");
    }

    private boolean isKnownUnit(@Nullable String id) {
        return id == null || units.containsKey(id) || known.unit(new UnitId(id)).isPresent();
    }

    private boolean servesElsewhere(UnitEntry entry) {
        return known.unit(new UnitId(String.valueOf(entry.id())))
                .filter(before -> !places.containsKey(before.serves().street().value()))
                .isPresent();
    }

    /** Above, above and above again must come to an end. */
    private void climbs(String id) {
        var at = id;
        for (int steps = 0; at != null; steps++) {
            if (steps > units.size()) {
                refuseIf(true, "units", "单位 " + id + " 的上级绕回了自己");
                return;
            }
            at = Optional.ofNullable(units.get(at)).map(UnitEntry::above).orElse(null);
        }
    }

    private void dutiesHeldTwice() {
        var holders = new HashMap<String, String>();
        for (var unit : units.values()) {
            for (var duty : items(unit.duties()).stream().distinct().toList()) {
                var other = holders.put(duty + " " + unit.serves(), String.valueOf(unit.id()));
                refuseIf(
                        other != null,
                        "units",
                        "职责 " + duty + " 在 " + unit.serves() + " 同时属于 " + other + " 和 " + unit.id());
            }
        }
    }

    private void refuseIf(boolean wrong, String field, String detail) {
        if (wrong && faults.size() < MOST_FAULTS) {
            faults.add(new Fault(field, detail));
        }
    }
}

package cn.huiyin.community;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A unit that acts 承办单位.
 *
 * @param serves the place whose matters it takes, with all below it
 * @param above the next level up (社区 → 街道 → 职能部门); null at the top
 * @param duties codes of the categories it answers for, such as {@code FACILITY} or {@code FACILITY.LIFT}
 */
public record Unit(
        UnitId id,
        UnitKind kind,
        String name,
        PlacePath serves,
        @Nullable UnitId above,
        Set<String> duties) {

    public Unit {
        duties = Set.copyOf(duties);
    }
}

package cn.huiyin.conversation.domain;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the building or grid that somebody names: 三号楼, 望山社区5栋, 听雨二网格. */
public final class PlaceWords {

    private static final Pattern HOUSE = Pattern.compile("(?<=[0-9])(?:号楼|栋楼|栋|幢|座|#楼|#|号院)");
    private static final Pattern HAN_HOUSE = Pattern.compile("[一二三四五六七八九十]{1,3}(?=号楼|栋|幢)");

    private final Atlas atlas;

    public PlaceWords(Atlas atlas) {
        this.atlas = atlas;
    }

    /**
     * The places that may be meant: one where it is clear, several where it is not, none where nothing is named.
     *
     * @param near a community; of several its own are taken
     */
    public List<Place> find(String said, @Nullable PlacePath near) {
        String text = even(said);
        List<Place> named = buildings(text);
        if (named.isEmpty()) {
            named = grids(text);
        }
        List<Place> within = within(named, communities(text));
        if (within.size() <= 1 || near == null) {
            return within;
        }
        List<Place> close =
                within.stream().filter(place -> near.covers(place.path())).toList();
        return close.isEmpty() ? within : close;
    }

    private List<Place> buildings(String text) {
        return atlas.places().stream()
                .filter(place -> place.kind() == PlaceKind.BUILDING)
                .filter(place -> names(text, even(place.name())))
                .toList();
    }

    private List<Place> grids(String text) {
        return atlas.places().stream()
                .filter(place -> place.kind() == PlaceKind.GRID)
                .filter(place -> text.contains(place.name()))
                .toList();
    }

    /** 2号楼 stands in 去2号楼, not in 12号楼. */
    private static boolean names(String text, String building) {
        for (int at = text.indexOf(building); at >= 0; at = text.indexOf(building, at + 1)) {
            if (at == 0 || !Character.isDigit(building.charAt(0)) || !Character.isDigit(text.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private List<Place> communities(String text) {
        return atlas.places().stream()
                .filter(place -> place.kind() == PlaceKind.COMMUNITY)
                .filter(place -> text.contains(place.name().replaceFirst("社区$", "")))
                .toList();
    }

    private static List<Place> within(List<Place> places, List<Place> communities) {
        List<Place> those = places.stream()
                .filter(place -> communities.stream()
                        .anyMatch(community -> community.path().covers(place.path())))
                .toList();
        return those.isEmpty() ? places : those;
    }

    private static String even(String said) {
        String text = java.text.Normalizer.normalize(said, java.text.Normalizer.Form.NFKC)
                .replace(" ", "");
        String digits = HAN_HOUSE
                .matcher(text)
                .replaceAll(
                        found -> Integer.toString(Numbers.number(found.group()).orElse(0)));
        return HOUSE.matcher(digits).replaceAll("号楼");
    }
}

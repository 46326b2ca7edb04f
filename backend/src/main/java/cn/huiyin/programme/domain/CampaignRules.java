package cn.huiyin.programme.domain;

import cn.huiyin.household.Occupancy;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What campaigns are made of: {@code programme/campaigns.yaml}. A wrong word stops the start. */
public record CampaignRules(
        int months,
        Set<Occupancy> leaveOut,
        List<String> first,
        Set<Way> firstWays,
        Set<Way> otherWays,
        int fewestPilots,
        int mostPilots,
        int pilotMonthly,
        List<Theme> themes) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    public CampaignRules {
        leaveOut = Set.copyOf(leaveOut);
        first = List.copyOf(first);
        firstWays = Set.copyOf(firstWays);
        otherWays = Set.copyOf(otherWays);
        themes = List.copyOf(themes);
    }

    public static CampaignRules builtIn() {
        Map<String, Object> file = Written.file("campaigns.yaml");
        Map<String, Object> general = Written.map(file.get("general"));
        Map<String, Object> pilots = Written.map(general.get("pilots"));
        List<Theme> themes = new ArrayList<>();
        Written.map(file.get("themes")).forEach((code, of) -> themes.add(theme(code, Written.map(of))));
        return new CampaignRules(
                number(general, "months"),
                Written.texts(general, "leaveOut").stream()
                        .map(Occupancy::valueOf)
                        .collect(Collectors.toSet()),
                Written.texts(general, "first"),
                ways(general, "firstWays"),
                ways(general, "otherWays"),
                number(pilots, "least"),
                number(pilots, "most"),
                number(pilots, "monthly"),
                themes);
    }

    private static Theme theme(String code, Map<String, Object> of) {
        boolean lunar = of.containsKey("lunar");
        return new Theme(
                code,
                Written.text(of, "name"),
                lunar,
                MonthDay.parse(Written.text(of, lunar ? "lunar" : "day"), DAY),
                number(of, "from"),
                number(of, "to"),
                number(of, "propose"),
                Written.texts(of, "groups"));
    }

    private static Set<Way> ways(Map<String, Object> of, String name) {
        return Written.texts(of, name).stream().map(Way::valueOf).collect(Collectors.toSet());
    }

    private static int number(Map<String, Object> of, String name) {
        return Integer.parseInt(Written.text(of, name));
    }
}

package cn.huiyin.household.web;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdRules;
import cn.huiyin.household.Occupancy;
import cn.huiyin.household.domain.Purpose;
import cn.huiyin.household.domain.Relation;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The words that household files are written in, for pages to choose from. */
@RestController
class WordsController {

    private final Words words;

    WordsController(HouseholdRules rules) {
        words = new Words(
                rules.tags().rules().stream()
                        .map(rule ->
                                new TagWord(rule.code(), rule.name(), rule.kind(), rule.ages() != null, rule.source()))
                        .toList(),
                rules.needs().all().stream()
                        .map(need -> new NeedWord(need.code(), need.domain(), need.name(), need.source()))
                        .toList(),
                words(Occupancy.values(), Occupancy::chinese),
                words(HouseholdClass.values(), HouseholdClass::chinese),
                words(Relation.values(), Relation::chinese),
                words(Purpose.values(), Purpose::chinese));
    }

    record Word(String code, String name) {}

    /** @param derived follows from ages; nobody gives it */
    record TagWord(
            String code, String name, @JsonProperty("class") HouseholdClass kind, boolean derived, String source) {}

    record NeedWord(String code, String domain, String name, String source) {}

    record Words(
            List<TagWord> tags,
            List<NeedWord> needs,
            List<Word> statuses,
            List<Word> classes,
            List<Word> relations,
            List<Word> purposes) {}

    private static <E extends Enum<E>> List<Word> words(E[] all, Function<E, String> chinese) {
        return Stream.of(all)
                .map(one -> new Word(one.name(), chinese.apply(one)))
                .toList();
    }

    @GetMapping("/api/v1/households/words")
    Words show() {
        return words;
    }

    /** Roles as they are shown to residents. */
    static final Map<String, String> ROLES =
            Map.of("GRID_WORKER", "网格员", "DISPATCHER", "社区管理员", "SUPERVISOR", "督办人员", "VISITOR", "上门服务人员");
}

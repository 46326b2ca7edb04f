package cn.huiyin.household;

import cn.huiyin.household.domain.FieldTable;
import cn.huiyin.household.domain.Needs;
import cn.huiyin.household.domain.ReviewPolicy;
import cn.huiyin.household.domain.RuleFiles;
import cn.huiyin.household.domain.TagTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The rules of the household file, read once at the start from {@code resources/household}. */
public record HouseholdRules(TagTable tags, Needs needs, FieldTable fields, ReviewPolicy review) {

    /** @throws IllegalArgumentException where a word in one of the files is wrong */
    public static HouseholdRules builtIn() {
        return new HouseholdRules(
                RuleFiles.tags(read("tags.yaml")),
                RuleFiles.needs(read("needs.yaml")),
                FieldTable.read(read("fields.csv")),
                RuleFiles.review(read("review.yaml")));
    }

    /** The name of a need by its code, such as 助餐; empty where there is none. For other modules. */
    public Optional<String> nameOfNeed(String code) {
        return needs.find(code).map(Needs.Need::name);
    }

    /** The name of a tag by its code, such as 独居老人; empty where there is none. For other modules. */
    public Optional<String> nameOfTag(String code) {
        return tags.find(code).map(TagTable.Rule::name);
    }

    private static String read(String name) {
        try (InputStream in = HouseholdRules.class.getResourceAsStream("/household/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

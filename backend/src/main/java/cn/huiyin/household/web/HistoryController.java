package cn.huiyin.household.web;

import cn.huiyin.household.HouseholdRegister;
import cn.huiyin.household.HouseholdRules;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.FieldTable;
import cn.huiyin.household.domain.Needs;
import cn.huiyin.household.domain.Purpose;
import cn.huiyin.household.domain.Sight;
import cn.huiyin.household.domain.TagTable;
import cn.huiyin.household.store.Past.Said;
import cn.huiyin.household.store.Past.Told;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Contact;
import cn.huiyin.privacy.Mask;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was said of a home: who, when, from what day, and why. */
@RestController
class HistoryController {

    private final HouseholdRegister register;
    private final HouseholdRules rules;
    private final Accounts accounts;

    HistoryController(HouseholdRegister register, HouseholdRules rules, Accounts accounts) {
        this.register = register;
        this.rules = rules;
        this.accounts = accounts;
    }

    /**
     * One change.
     *
     * @param what in words, masked like the fact itself
     * @param ended from that day on it no longer holds
     * @param erased its content was erased on request
     */
    record Entry(
            int seq,
            String fact,
            String what,
            LocalDate from,
            Instant at,
            String by,
            boolean ended,
            boolean erased,
            @Nullable String why) {}

    record Page(List<Entry> items, @Nullable String nextCursor) {}

    @GetMapping("/api/v1/households/{id}/history")
    Mono<Page> history(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "purpose", required = false) @Nullable Purpose purpose,
            @RequestParam(name = "cursor", defaultValue = "2147483647") @Min(1) int cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return register.history(
                        caller, HouseholdController.id(id), HouseholdController.required(purpose), cursor, size + 1)
                .flatMap(told -> named(told).map(names -> page(told, names, size)));
    }

    private Mono<Map<AccountId, Contact>> named(Told told) {
        return accounts.contacts(
                told.said().stream().map(Said::by).map(AccountId::new).collect(Collectors.toSet()));
    }

    private Page page(Told told, Map<AccountId, Contact> names, int size) {
        List<Entry> entries = told.said().stream()
                .limit(size)
                .map(said -> entry(said, told.parts(), names))
                .toList();
        return new Page(
                entries,
                told.said().size() > size
                        ? Integer.toString(entries.get(size - 1).seq())
                        : null);
    }

    private Entry entry(Said said, Collection<String> parts, Map<AccountId, Contact> names) {
        Contact by = names.get(new AccountId(said.by()));
        return new Entry(
                said.seq(),
                said.key(),
                what(said, parts),
                said.from(),
                said.at(),
                said.by() == 0 ? "系统" : by == null ? "已注销的账号" : by.displayName(),
                said.gone(),
                said.erased(),
                masked("history.why", said.why(), parts));
    }

    private String what(Said said, Collection<String> parts) {
        String kind = said.key().replaceFirst("/.*", "");
        String word = KINDS.getOrDefault(kind, kind);
        return (word + " " + detail(said, parts)).strip();
    }

    private static final Map<String, String> KINDS = Map.of(
            "status", "居住状态",
            "note", "备注",
            "member", "成员",
            "tag", "标签",
            "wish", "需求",
            "resource", "资源",
            "contact", "联系方式",
            "touched", "已联系",
            "revised", "已全面核对");

    private String detail(Said said, Collection<String> parts) {
        String code = said.key().replaceFirst("^[^/]*/?", "");
        if (said.fact() instanceof Fact.Status status) {
            return status.status().chinese();
        }
        if (said.fact() instanceof Fact.Member member) {
            String name = masked("member.name", member.name(), parts);
            return name == null ? "" : name;
        }
        return rules.tags()
                .find(code)
                .map(TagTable.Rule::name)
                .or(() -> rules.needs().find(code).map(Needs.Need::name))
                .orElse("");
    }

    private @Nullable String masked(String field, @Nullable String value, Collection<String> parts) {
        FieldTable table = rules.fields();
        Sight sight = table.sight(parts, field);
        if (value == null || sight == Sight.HIDDEN) {
            return null;
        }
        return sight == Sight.FULL ? value : field.endsWith("name") ? Mask.name(value) : Mask.words(value);
    }
}

package cn.huiyin.programme.web;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.Occupancy;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import cn.huiyin.programme.VisitPolicyDesk;
import cn.huiyin.programme.VisitPolicyDesk.Chosen;
import cn.huiyin.programme.VisitPolicyDesk.Known;
import cn.huiyin.programme.domain.Frequency;
import cn.huiyin.programme.domain.Policy;
import cn.huiyin.programme.domain.Way;
import cn.huiyin.programme.store.VisitPolicies.Kept;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How often homes are visited. */
@RestController
@RequestMapping("/api/v1/visit-policies")
class VisitPolicyController {

    private final VisitPolicyDesk desk;

    VisitPolicyController(VisitPolicyDesk desk) {
        this.desk = desk;
    }

    /** A policy as the contract shows it; {@code every} is a period of ISO 8601. */
    record Shown(
            String code,
            int version,
            String name,
            String about,
            Set<Occupancy> leaveOut,
            Map<HouseholdClass, Rule> rules) {

        static Shown of(Kept kept) {
            Map<HouseholdClass, Rule> rules = new EnumMap<>(HouseholdClass.class);
            kept.policy().rules().forEach((kind, rule) -> rules.put(kind, Rule.of(rule)));
            return new Shown(
                    kept.code(),
                    kept.version(),
                    kept.policy().name(),
                    kept.policy().about(),
                    kept.policy().leaveOut(),
                    rules);
        }
    }

    record Rule(
            @NotBlank(message = "请填写多久走访一次") @Size(max = 10, message = "间隔写法如 P3M、P7D") String every,

            @NotNull(message = "请填写提前几天") @Min(value = 0, message = "提前天数不能为负") @Max(value = 365, message = "提前天数过大") Integer notice,

            @NotEmpty(message = "请选择哪些方式算走访") Set<@NotNull(message = "请选择哪些方式算走访") Way> ways) {

        static Rule of(Frequency rule) {
            return new Rule(rule.every().toString(), rule.notice(), rule.ways());
        }

        Frequency frequency(HouseholdClass kind) {
            try {
                return new Frequency(Period.parse(every), notice, ways);
            } catch (DateTimeException | ArithmeticException other) {
                throw Refusal.invalid(new Fault("rules." + kind + ".every", "间隔写法如 P3M、P7D"));
            }
        }
    }

    record Page(
            List<Shown> items,
            List<Chosen> choices,
            @Nullable String nextCursor) {

        static Page of(Known known) {
            return new Page(known.items().stream().map(Shown::of).toList(), known.choices(), null);
        }
    }

    @GetMapping
    Mono<Page> known(Caller caller) {
        return desk.known(caller).map(Page::of);
    }

    /** A policy, whole. */
    record NewVersion(
            @NotBlank(message = "请填写代码") @Size(max = 32, message = "代码过长") String code,

            @NotBlank(message = "请填写名称") @Size(max = 20, message = "名称请不超过20字") String name,

            @NotBlank(message = "请写明是怎样的频次") @Size(max = 200, message = "说明请不超过200字") String about,

            @NotNull(message = "请列出不走访的居住状态，可以为空") @Size(max = 4) Set<@NotNull(message = "居住状态不能为空") Occupancy> leaveOut,

            @NotNull(message = "请给出各类家庭的频次") @Size(max = 3) Map<HouseholdClass, @NotNull(message = "请给出频次") @Valid Rule> rules,

            @NotBlank(message = "请写明修改原因") @Size(max = 500, message = "原因请不超过500字") String note) {

        Policy policy() {
            Map<HouseholdClass, Frequency> frequencies = new EnumMap<>(HouseholdClass.class);
            rules.forEach((kind, rule) -> frequencies.put(kind, rule.frequency(kind)));
            return new Policy(name.strip(), about.strip(), leaveOut, frequencies);
        }
    }

    @PostMapping
    Mono<ResponseEntity<Shown>> put(
            Caller caller,
            @Valid @RequestBody NewVersion asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.put(caller, asked.code(), asked.policy(), asked.note(), new Seen(ifMatch))
                .map(kept -> ResponseEntity.status(HttpStatus.CREATED)
                        .eTag("\"%d\"".formatted(kept.version()))
                        .body(Shown.of(kept)));
    }

    record Choice(
            @NotBlank(message = "请选择街道或社区") @Size(max = 64, message = "编号过长") String placeId,

            @NotBlank(message = "请选择走访频次") @Size(max = 32, message = "代码过长") String policy,

            @NotBlank(message = "请写明原因") @Size(max = 500, message = "原因请不超过500字") String note) {}

    @PostMapping("/choices")
    Mono<ResponseEntity<Chosen>> choose(
            Caller caller,
            @Valid @RequestBody Choice asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.choose(caller, asked.placeId(), asked.policy(), asked.note(), new Seen(ifMatch))
                .map(chosen -> ResponseEntity.ok()
                        .eTag("\"%d\"".formatted(chosen.version()))
                        .body(chosen));
    }
}

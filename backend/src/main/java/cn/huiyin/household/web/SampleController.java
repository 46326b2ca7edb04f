package cn.huiyin.household.web;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.SampleDesk;
import cn.huiyin.household.store.Samples.Sample;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Samples of household files, drawn and checked. */
@RestController
@RequestMapping("/api/v1/household-samples")
class SampleController {

    private final SampleDesk desk;

    SampleController(SampleDesk desk) {
        this.desk = desk;
    }

    record Draw(
            @NotBlank(message = "请选择地点") @Size(max = 64, message = "地点编号过长") String placeId,

            @NotBlank(message = "请填写随机种子") @Size(max = 64, message = "随机种子最多 64 个字") String seed,

            @NotNull(message = "请填写样本大小") @Min(value = 1, message = "样本至少 1 户") @Max(value = 500, message = "样本最多 500 户") Integer size) {}

    record Checked(
            @NotBlank(message = "请说明是哪一户") @Size(max = 32, message = "编号过长") String householdId,

            @Nullable @Size(max = 20, message = "最多 20 个栏目") List<@NotNull(message = "栏目不能为空") @Size(max = 40, message = "栏目名过长") String> wrong) {}

    /**
     * A sample as it stands.
     *
     * @param accuracy right of those checked; null before the first check
     */
    record Shown(
            String id,
            String placeId,
            String seed,
            LocalDate drawnOn,
            Instant drawnAt,
            long population,
            List<Home> homes,
            long checked,
            long right,
            @Nullable Double accuracy,
            boolean enough) {}

    record Home(String householdId, boolean checked) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Shown> draw(Caller caller, @Valid @RequestBody Draw asked) {
        return desk.draw(caller, asked.placeId(), asked.seed(), asked.size()).map(this::shown);
    }

    @GetMapping("/{id}")
    Mono<Shown> show(Caller caller, @PathVariable("id") long id) {
        return desk.show(caller, id).map(this::shown);
    }

    @PostMapping("/{id}/checks")
    Mono<Shown> check(Caller caller, @PathVariable("id") long id, @Valid @RequestBody Checked asked) {
        return desk.check(caller, id, home(asked.householdId()), Objects.requireNonNullElse(asked.wrong(), List.of()))
                .map(this::shown);
    }

    private static HouseholdId home(String written) {
        if (!HouseholdId.looksLikeOne(written)) {
            throw Refusal.invalid(new Fault("householdId", "这一户不在样本里"));
        }
        return new HouseholdId(written);
    }

    private Shown shown(Sample sample) {
        return new Shown(
                Long.toString(sample.id()),
                new PlacePath(sample.path()).last().value(),
                sample.seed(),
                sample.drawnOn(),
                sample.drawnAt(),
                sample.population(),
                sample.homes().stream()
                        .map(id -> new Home(id, sample.done().contains(id)))
                        .toList(),
                sample.checked(),
                sample.right(),
                sample.checked() == 0 ? null : (double) sample.right() / sample.checked(),
                desk.isEnough(sample));
    }
}

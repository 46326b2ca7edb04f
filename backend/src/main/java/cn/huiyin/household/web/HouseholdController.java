package cn.huiyin.household.web;

import cn.huiyin.community.Community;
import cn.huiyin.household.ChangeAsked;
import cn.huiyin.household.ChangesAsked;
import cn.huiyin.household.FileDesk;
import cn.huiyin.household.FileView;
import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.HouseholdRegister;
import cn.huiyin.household.HouseholdRegister.Filter;
import cn.huiyin.household.Occupancy;
import cn.huiyin.household.domain.Purpose;
import cn.huiyin.household.store.Counts.OfGrid;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Household files for staff. */
@RestController
@RequestMapping("/api/v1/households")
class HouseholdController {

    private final FileDesk desk;
    private final HouseholdRegister register;
    private final Community community;

    HouseholdController(FileDesk desk, HouseholdRegister register, Community community) {
        this.desk = desk;
        this.register = register;
        this.community = community;
    }

    /** What is due by today. */
    enum Due {
        TOUCH,
        REVISE
    }

    @GetMapping
    Mono<Line.Page> list(
            Caller caller,
            @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place,
            @RequestParam(name = "class", required = false) @Nullable Set<@NotNull(message = "没有这一类家庭") HouseholdClass> kinds,
            @RequestParam(name = "status", required = false) @Nullable Set<@NotNull(message = "没有这种居住情况") Occupancy> statuses,
            @RequestParam(name = "tag", required = false) @Nullable @Size(max = 40) String tag,
            @RequestParam(name = "need", required = false) @Nullable @Size(max = 40) String need,
            @RequestParam(name = "due", required = false) @Nullable Due due,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 400) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        var filter = new Filter(
                blankIsNull(place),
                kinds,
                statuses,
                blankIsNull(tag),
                blankIsNull(need),
                due == Due.TOUCH,
                due == Due.REVISE);
        return register.page(caller, filter, Line.after(cursor), size + 1)
                .map(listed -> Line.Page.of(listed, size, community.atlas()));
    }

    record CountsPage(List<OfGrid> items) {}

    @GetMapping("/counts")
    Mono<CountsPage> counts(
            Caller caller, @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place) {
        return register.counts(caller, blankIsNull(place)).map(CountsPage::new);
    }

    /** A number never stands in an address: addresses are written into logs. */
    record Search(
            @Nullable @Size(max = 20, message = "电话号码过长") String phone,
            @Nullable @Size(max = 20, message = "身份证号过长") String idNumber,
            @NotNull(message = "请选择查找的目的") Purpose purpose) {

        @Override
        public String toString() {
            return "Search[" + purpose + "]";
        }
    }

    @PostMapping("/searches")
    Mono<Line.Page> search(Caller caller, @Valid @RequestBody Search asked) {
        return register.search(caller, blankIsNull(asked.phone()), blankIsNull(asked.idNumber()), asked.purpose())
                .map(listed -> Line.Page.of(listed, Integer.MAX_VALUE, community.atlas()));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<FileView>> show(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "purpose", required = false) @Nullable Purpose purpose,
            @RequestParam(name = "asOf", required = false) @Nullable LocalDate asOf,
            @RequestParam(name = "knownAt", required = false) @Nullable Instant knownAt) {
        return desk.show(caller, id(id), required(purpose), new Asked(asOf, knownAt))
                .map(HouseholdController::found);
    }

    static ResponseEntity<FileView> found(FileView file) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store");
        return (file.etag() == null ? answer : answer.eTag(file.etag())).body(file);
    }

    /** A new file. */
    record Begun(
            @NotBlank(message = "请选择楼栋") @Size(max = 64, message = "楼栋编号过长") String buildingId,

            @NotBlank(message = "请填写门牌") @Size(max = 40, message = "门牌最多 40 个字") String room,

            @Nullable LocalDate from,

            @Nullable @Size(max = 200, message = "原因最多 200 个字") String why,

            @Nullable @Size(max = 30, message = "一次最多 30 项") List<@NotNull(message = "内容不能为空") @Valid ChangeAsked> changes) {

        ChangesAsked asked() {
            return new ChangesAsked(from, why, Objects.requireNonNullElse(changes, List.of()));
        }
    }

    @PostMapping
    Mono<ResponseEntity<String>> begin(
            Caller caller,
            @Valid @RequestBody Begun asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        Repeat repeat = Repeat.of(caller.id().value(), key, "POST /api/v1/households", asked);
        return desk.begin(caller, asked.buildingId(), asked.room(), asked.asked(), repeat)
                .map(Answer::toResponse);
    }

    @PostMapping("/{id}/changes")
    Mono<ResponseEntity<String>> change(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody ChangesAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        Repeat repeat = Repeat.of(caller.id().value(), key, "POST /api/v1/households/%s/changes".formatted(id), asked);
        return desk.change(caller, id(id), new Seen(ifMatch).version(), asked, repeat)
                .map(Answer::toResponse);
    }

    static HouseholdId id(String written) {
        if (!HouseholdId.looksLikeOne(written)) {
            throw Refusal.unknown("HOUSEHOLD_NOT_FOUND", "没有找到这一户的档案");
        }
        return new HouseholdId(written);
    }

    static Purpose required(@Nullable Purpose purpose) {
        if (purpose == null) {
            throw Refusal.invalid(new Fault("purpose", "查看档案请说明目的"));
        }
        return purpose;
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package cn.huiyin.programme.web;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import cn.huiyin.programme.CampaignAsked;
import cn.huiyin.programme.CampaignDesk;
import cn.huiyin.programme.CampaignDesk.Page;
import cn.huiyin.programme.CampaignView;
import cn.huiyin.programme.CampaignView.Progress;
import cn.huiyin.programme.domain.Campaign.Move;
import cn.huiyin.programme.domain.Campaign.Stage;
import cn.huiyin.programme.store.Campaigns.After;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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

/** Campaigns. */
@RestController
@RequestMapping("/api/v1/visit-campaigns")
class CampaignController {

    private static final String FROM_THE_NEWEST = "9223372036854775807";

    private final CampaignDesk desk;

    CampaignController(CampaignDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Mono<ResponseEntity<String>> begin(
            Caller caller,
            @Valid @RequestBody CampaignAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        return desk.begin(caller, asked, Repeat.of(caller.id().value(), key, "POST /api/v1/visit-campaigns", asked))
                .map(Answer::toResponse);
    }

    @GetMapping
    Mono<Page> list(
            Caller caller,
            @RequestParam(name = "stage", required = false) @Nullable Set<@NotNull(message = "没有这个阶段") Stage> stages,
            @RequestParam(name = "cursor", defaultValue = FROM_THE_NEWEST)
                    @Min(value = 1, message = "cursor 须是上一页给出的 nextCursor") long cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return desk.page(caller, stages, cursor, size);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<CampaignView>> show(Caller caller, @PathVariable("id") String id) {
        return desk.show(caller, id(id)).map(CampaignController::found);
    }

    private static long id(String written) {
        if (!written.matches("\\d{1,18}")) {
            throw Refusal.unknown("CAMPAIGN_NOT_FOUND", "没有找到这次走访活动");
        }
        return Long.parseLong(written);
    }

    private static ResponseEntity<CampaignView> found(CampaignView campaign) {
        return ResponseEntity.ok().eTag("\"%d\"".formatted(campaign.version())).body(campaign);
    }

    record MoveAsked(
            @NotNull(message = "请选择要做什么") Move move,

            @Nullable LocalDate endsOn,

            @Nullable @Size(max = 300, message = "说明请不超过300字") String note) {}

    @PostMapping("/{id}/moves")
    Mono<ResponseEntity<CampaignView>> move(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody MoveAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.move(caller, id(id), asked.move(), asked.endsOn(), asked.note(), new Seen(ifMatch))
                .map(CampaignController::found);
    }

    record ProgressPage(List<Progress> items, @Nullable String nextCursor) {}

    @GetMapping("/{id}/progress")
    Mono<ProgressPage> progress(
            Caller caller, @PathVariable("id") String id, @RequestParam(name = "by", defaultValue = "grid") String by) {
        if (!by.equals("grid") && !by.equals("community")) {
            throw Refusal.invalid(new Fault("by", "只能按 grid 或 community 统计"));
        }
        return desk.progress(caller, id(id), by.equals("community")).map(all -> new ProgressPage(all, null));
    }

    record Homes(List<CampaignView.Home> items, @Nullable String nextCursor) {}

    @GetMapping("/{id}/homes")
    Mono<Homes> homes(
            Caller caller,
            @PathVariable("id") String id,
            @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place,
            @RequestParam(name = "done", defaultValue = "false") boolean done,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 400) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return desk.homes(caller, id(id), place, done, after(cursor), size)
                .map(page -> new Homes(page.items(), page.last() == null ? null : cursor(page.last())));
    }

    private static String cursor(After last) {
        return Cursors.written(
                String.join(" ", Boolean.toString(last.second()), last.path(), last.household(), last.roomKey()));
    }

    private static After after(@Nullable String cursor) {
        return Cursors.read(cursor, After.NOTHING, plain -> {
            String[] parts = plain.split(" ", 4);
            return new After(Boolean.parseBoolean(parts[0]), parts[1], parts[3], parts[2]);
        });
    }
}

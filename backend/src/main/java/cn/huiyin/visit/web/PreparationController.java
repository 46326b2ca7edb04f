package cn.huiyin.visit.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.visit.BriefDesk;
import cn.huiyin.visit.ChecklistView;
import cn.huiyin.visit.EntryDesk;
import cn.huiyin.visit.VisitBrief;
import cn.huiyin.visit.VisitCursor;
import cn.huiyin.visit.VisitPage;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What to take along to a home, and what is still to be entered. */
@RestController
class PreparationController {

    private final BriefDesk briefs;
    private final EntryDesk entries;

    PreparationController(BriefDesk briefs, EntryDesk entries) {
        this.briefs = briefs;
        this.entries = entries;
    }

    /** All of them, for a phone to keep; or those for one home. */
    @GetMapping("/api/v1/visit-checklists")
    Mono<ChecklistView> checklists(
            Caller caller,
            @RequestParam(name = "household", required = false) @Nullable @Size(max = 64) String household) {
        return briefs.checklists(caller, household);
    }

    @GetMapping("/api/v1/households/{id}/visit-brief")
    Mono<VisitBrief> brief(Caller caller, @PathVariable("id") String id) {
        return briefs.brief(caller, id);
    }

    @GetMapping("/api/v1/visit-entries")
    Mono<VisitPage<EntryDesk.Due>> entries(
            Caller caller,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return entries.mine(caller, VisitCursor.read(cursor, VisitCursor.FIRST), size);
    }
}

package cn.huiyin.visit.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.RecordAsked;
import cn.huiyin.visit.RecordBatch;
import cn.huiyin.visit.RecordDesk;
import cn.huiyin.visit.RecordReceipt;
import cn.huiyin.visit.RecordRegister;
import cn.huiyin.visit.RecordView;
import cn.huiyin.visit.VisitCursor;
import cn.huiyin.visit.VisitId;
import cn.huiyin.visit.VisitPage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Records of visits. */
@RestController
@RequestMapping("/api/v1/visit-records")
class RecordController {

    private final RecordDesk desk;
    private final RecordBatch batch;
    private final RecordRegister register;

    RecordController(RecordDesk desk, RecordBatch batch, RecordRegister register) {
        this.desk = desk;
        this.batch = batch;
        this.register = register;
    }

    /** The id of the record is its key: sent twice it is one. */
    @PostMapping
    Mono<ResponseEntity<RecordReceipt>> keep(Caller caller, @Valid @RequestBody RecordAsked asked) {
        return desk.keep(caller, asked)
                .map(receipt -> ResponseEntity.created(URI.create("/api/v1/visit-records/" + receipt.id()))
                        .body(receipt));
    }

    /** Each is looked at by itself; that is why they are not validated together. */
    record Several(
            @NotNull(message = "请带上走访记录") @Size(min = 1, max = 20, message = "一次传1到20条") List<@NotNull(message = "记录不能为空") RecordAsked> records) {}

    record Results(List<RecordBatch.Result> items) {}

    @PostMapping("/batches")
    Mono<Results> keepSeveral(Caller caller, @Valid @RequestBody Several asked) {
        return batch.keep(caller, asked.records()).map(Results::new);
    }

    @GetMapping("/{id}")
    Mono<RecordView> show(Caller caller, @PathVariable("id") String id) {
        return register.show(caller, new VisitId(id));
    }

    /** {@code household} or {@code ticket} instead of a scope. */
    @GetMapping
    Mono<VisitPage<RecordView>> list(
            Caller caller,
            @RequestParam(name = "scope", defaultValue = "mine") String scope,
            @RequestParam(name = "household", required = false) @Nullable @Size(max = 64) String household,
            @RequestParam(name = "ticket", required = false) @Nullable @Size(max = 64) String ticket,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        VisitCursor after = VisitCursor.read(cursor, VisitCursor.NEWEST);
        if (ticket != null) {
            return register.ofTicket(caller, ticket);
        }
        if (household != null) {
            return register.ofHome(caller, household, after, size);
        }
        return switch (scope) {
            case "mine" -> register.mine(caller, after, size);
            case "desk" -> register.inReach(caller, after, size);
            default -> throw Refusal.invalid(new Fault("scope", "范围只能是 mine 或 desk"));
        };
    }
}

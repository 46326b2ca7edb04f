package cn.huiyin.visit.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.visit.RecordAsked;
import cn.huiyin.visit.RecordDesk;
import cn.huiyin.visit.RecordReceipt;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Records of visits. */
@RestController
@RequestMapping("/api/v1/visit-records")
class RecordController {

    private final RecordDesk desk;

    RecordController(RecordDesk desk) {
        this.desk = desk;
    }

    /** The id of the record is its key: sent twice it is one. */
    @PostMapping
    Mono<ResponseEntity<RecordReceipt>> keep(Caller caller, @Valid @RequestBody RecordAsked asked) {
        return desk.keep(caller, asked)
                .map(receipt -> ResponseEntity.created(URI.create("/api/v1/visit-records/" + receipt.id()))
                        .body(receipt));
    }
}

package cn.huiyin.console;

import cn.huiyin.community.CommunityDocument;
import cn.huiyin.community.CommunityImport;
import cn.huiyin.community.CommunityImport.Imported;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Refusal;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where an administrator hands in whole streets: those within reach, and no others. */
@RestController
class StreetsController {

    private final CommunityImport streets;

    StreetsController(CommunityImport streets) {
        this.streets = streets;
    }

    @PutMapping("/api/v1/community")
    Mono<Imported> take(@RequestBody CommunityDocument document, Caller caller) {
        if (!caller.is(Role.ADMIN) || !document.streets().allMatch(street -> caller.is(Role.ADMIN, street))) {
            throw Refusal.notYours("ADMIN_ONLY", "只有负责这些街道的管理员可以导入");
        }
        return LastingWrite.of(streets.take(document, caller.id().value()));
    }
}

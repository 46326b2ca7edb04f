package cn.huiyin.messaging.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.TemplateDesk;
import cn.huiyin.messaging.TemplateDesk.Shown;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For administrators: how the templates stand. */
@RestController
class TemplateController {

    private final TemplateDesk desk;

    TemplateController(TemplateDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/message-templates")
    Mono<Page> all(Caller caller) {
        return desk.all(caller).map(items -> new Page(items, null));
    }

    record Page(List<Shown> items, @Nullable String nextCursor) {}
}

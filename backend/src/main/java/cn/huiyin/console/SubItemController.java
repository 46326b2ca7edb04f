package cn.huiyin.console;

import cn.huiyin.classification.Categories;
import cn.huiyin.classification.Category;
import cn.huiyin.classification.SubItem;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Refusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Where administrators and dispatchers add and change the sub-items of categories. */
@RestController
class SubItemController {

    private final Categories categories;

    SubItemController(Categories categories) {
        this.categories = categories;
    }

    @PutMapping("/api/v1/console/categories/{code}")
    Mono<Category> put(@PathVariable String code, @RequestBody SubItem subItem, Caller caller) {
        if (!caller.is(Role.ADMIN) && !caller.is(Role.DISPATCHER)) {
            throw Refusal.notYours("NOT_ALLOWED", "只有管理员和社区管理员可以修改分类");
        }
        return LastingWrite.of(categories.put(code, subItem, caller.id().value()));
    }
}

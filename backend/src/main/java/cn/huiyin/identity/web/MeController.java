package cn.huiyin.identity.web;

import cn.huiyin.identity.Caller;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller may know and say about themselves. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    @GetMapping
    Me show(Caller caller) {
        return new Me(
                caller.id().toString(),
                caller.displayName(),
                Posts.roles(caller.posts()),
                caller.posts().stream().map(Posts::of).toList());
    }

    record Me(String id, String displayName, List<String> roles, List<Posts> posts) {}
}

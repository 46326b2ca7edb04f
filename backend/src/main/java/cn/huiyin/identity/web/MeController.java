package cn.huiyin.identity.web;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlaceId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Home;
import cn.huiyin.identity.HomeState;
import cn.huiyin.identity.Profile;
import cn.huiyin.identity.ProfileDesk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What the caller may know and say about themselves. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {

    private final ProfileDesk desk;
    private final Community community;

    MeController(ProfileDesk desk, Community community) {
        this.desk = desk;
        this.community = community;
    }

    @GetMapping
    Mono<Me> show(Caller caller) {
        return desk.show(caller).map(this::me);
    }

    @PutMapping("/phone")
    Mono<Me> takePhone(Caller caller, @Valid @RequestBody PhoneAsked asked) {
        return desk.takePhone(caller, asked.code()).map(this::me);
    }

    @PutMapping("/home")
    Mono<Me> takeHome(Caller caller, @Valid @RequestBody HomeAsked asked) {
        return desk.takeHome(caller, new PlaceId(asked.buildingId()), asked.roomOrNothing())
                .map(this::me);
    }

    private Me me(Profile profile) {
        Caller caller = profile.caller();
        return new Me(
                caller.id().toString(),
                caller.displayName(),
                Posts.roles(caller.posts()),
                caller.posts().stream().map(Posts::of).toList(),
                profile.maskedPhone(),
                profile.home() == null ? null : home(profile.home()));
    }

    private MyHome home(Home home) {
        return new MyHome(home.building().value(), community.atlas().inWords(home.path()), home.room(), home.state());
    }

    record PhoneAsked(
            @NotBlank(message = "缺少手机号授权凭证 code") @Size(max = 128, message = "手机号授权凭证过长") String code) {}

    record HomeAsked(
            @NotBlank(message = "请选择楼栋") @Size(max = 64, message = "楼栋编号过长") String buildingId,

            @Nullable @Size(max = 40, message = "门牌最多 40 个字") String room) {

        @Nullable String roomOrNothing() {
            return room == null || room.isBlank() ? null : room.strip();
        }
    }

    /** @param phone masked, such as 139****0001 */
    record Me(
            String id,
            String displayName,
            List<String> roles,
            List<Posts> posts,
            @Nullable String phone,
            @Nullable MyHome home) {}

    record MyHome(String buildingId, String place, @Nullable String room, HomeState state) {}
}

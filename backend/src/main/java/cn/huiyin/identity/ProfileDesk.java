package cn.huiyin.identity;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.identity.domain.PhoneNumber;
import cn.huiyin.identity.spi.WechatLogin;
import cn.huiyin.identity.store.HomeStore;
import cn.huiyin.identity.store.PhoneStore;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What people say about themselves: their phone, their home. */
@Service
public class ProfileDesk {

    private final WechatLogin wechat;
    private final Community community;
    private final PhoneStore phones;
    private final HomeStore homes;

    public ProfileDesk(WechatLogin wechat, Community community, PhoneStore phones, HomeStore homes) {
        this.wechat = wechat;
        this.community = community;
        this.phones = phones;
        this.homes = homes;
    }

    public Mono<Profile> show(Caller caller) {
        var phone = phones.read(caller.id()).map(PhoneNumber::masked).map(Optional::of);
        var home = homes.find(caller.id()).map(Optional::of);
        return Mono.zip(phone.defaultIfEmpty(Optional.empty()), home.defaultIfEmpty(Optional.empty()))
                .map(both -> new Profile(
                        caller, both.getT1().orElse(null), both.getT2().orElse(null)));
    }

    /** Takes the number that WeChat vouches for. */
    public Mono<Profile> takePhone(Caller caller, String code) {
        return wechat.phoneNumber(code)
                .map(written -> PhoneNumber.read(written)
                        .orElseThrow(() -> Refusal.invalid(new Fault("code", "微信绑定的不是大陆手机号，暂时不能使用"))))
                .flatMap(phone -> phones.bind(caller.id(), phone))
                .then(Mono.defer(() -> show(caller)));
    }

    /** Takes what a resident says about where they live; a grid worker of that grid has the last word. */
    public Mono<Profile> takeHome(Caller caller, PlaceId building, @Nullable String room) {
        return Mono.fromSupplier(() -> known(building))
                .flatMap(place -> homes.ask(caller.id(), place.path(), room))
                .then(Mono.defer(() -> show(caller)));
    }

    private Place known(PlaceId building) {
        return community
                .atlas()
                .place(building)
                .filter(place -> place.kind() == PlaceKind.BUILDING)
                .orElseThrow(() -> Refusal.invalid(new Fault("buildingId", "没有这栋楼，请重新选择")));
    }
}

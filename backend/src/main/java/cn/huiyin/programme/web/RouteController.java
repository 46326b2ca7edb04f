package cn.huiyin.programme.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.programme.RouteDesk;
import cn.huiyin.programme.RouteDesk.RouteView;
import cn.huiyin.programme.RouteDesk.Wanted;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A grid worker's day. */
@RestController
@RequestMapping("/api/v1/visit-routes")
class RouteController {

    private final RouteDesk desk;

    RouteController(RouteDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<RouteView> plan(
            Caller caller,
            @RequestParam(name = "date", required = false) @Nullable LocalDate date,
            @RequestParam(name = "visits", required = false) @Nullable @Min(1) @Max(50) Integer visits,
            @RequestParam(name = "minutes", required = false) @Nullable @Min(10) @Max(900) Integer minutes) {
        return desk.plan(caller, new Wanted(date, visits, minutes));
    }
}

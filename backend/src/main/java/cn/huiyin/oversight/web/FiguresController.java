package cn.huiyin.oversight.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.oversight.FiguresDesk;
import cn.huiyin.oversight.FiguresDesk.FiguresView;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Figures of visits. */
@RestController
@RequestMapping("/api/v1/visit-figures")
class FiguresController {

    private final FiguresDesk desk;

    FiguresController(FiguresDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<FiguresView> show(
            Caller caller,
            @RequestParam(name = "place") @Size(max = 64) String place,
            @RequestParam(name = "from") @Size(max = 10) String from,
            @RequestParam(name = "to") @Size(max = 10) String to) {
        return desk.show(caller, place.strip(), day("from", from), day("to", to));
    }

    private static LocalDate day(String field, String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeParseException other) {
            throw Refusal.invalid(new Fault(field, "日期应写成 2026-11-28 这样"));
        }
    }
}

package cn.huiyin.household.web;

import cn.huiyin.household.ImportCsv;
import cn.huiyin.household.ImportDesk;
import cn.huiyin.household.ImportForm;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A whole building at once, as JSON or as a table. */
@RestController
@RequestMapping("/api/v1/households/imports")
class ImportController {

    private final ImportDesk desk;
    private final Validator validator;

    ImportController(ImportDesk desk, Validator validator) {
        this.desk = desk;
        this.validator = validator;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<String>> take(
            Caller caller,
            @RequestParam(name = "building", required = false) @Nullable String building,
            @Valid @RequestBody ImportForm form,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        if (building == null || building.isBlank()) {
            throw Refusal.invalid(new Fault("building", "请说明是哪栋楼"));
        }
        Repeat repeat =
                Repeat.of(caller.id().value(), key, "POST /api/v1/households/imports?building=" + building, form);
        return desk.take(caller, building, form, repeat).map(Answer::toResponse);
    }

    @PostMapping(consumes = "text/csv")
    Mono<ResponseEntity<String>> takeTable(
            Caller caller,
            @RequestParam(name = "building", required = false) @Nullable String building,
            @RequestBody String csv,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        ImportForm form = ImportCsv.read(csv);
        var faults = validator.validate(form).stream()
                .limit(50)
                .map(fault -> new Fault(fault.getPropertyPath().toString(), fault.getMessage()))
                .toList();
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return take(caller, building, form, key);
    }
}

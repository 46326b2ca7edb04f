package cn.huiyin.visit;

import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several records at once, from a phone that was offline: each for itself, so that one that is wrong holds up no other. */
@Service
public class RecordBatch {

    private final RecordDesk desk;
    private final Validator validator;

    RecordBatch(RecordDesk desk, Validator validator) {
        this.desk = desk;
        this.validator = validator;
    }

    /**
     * What became of one of them.
     *
     * @param id as it was sent
     * @param receipt where it is kept; else why not
     * @param code as a call for this record alone would have answered
     */
    public record Result(
            @Nullable String id,
            boolean kept,
            @Nullable RecordReceipt receipt,
            @Nullable String code,
            @Nullable String detail,
            List<Fault> errors) {}

    /** In the order in which they were sent, one after another: a refusal may come before what follows from it. */
    public Mono<List<Result>> keep(Caller caller, List<RecordAsked> records) {
        return Flux.fromIterable(records)
                .concatMap(record -> keep(caller, record)
                        .map(receipt -> new Result(record.id(), true, receipt, null, null, List.of()))
                        .onErrorResume(Refusal.class, refusal -> Mono.just(refused(record, refusal))))
                .collectList();
    }

    private Mono<RecordReceipt> keep(Caller caller, RecordAsked record) {
        return Mono.defer(() -> {
            List<Fault> faults = validator.validate(record).stream()
                    .sorted(Comparator.comparing(
                            fault -> fault.getPropertyPath().toString()))
                    .map(RecordBatch::fault)
                    .toList();
            return faults.isEmpty() ? desk.keep(caller, record) : Mono.error(Refusal.invalid(faults));
        });
    }

    private static Fault fault(ConstraintViolation<RecordAsked> violation) {
        return new Fault(violation.getPropertyPath().toString(), violation.getMessage());
    }

    private static Result refused(RecordAsked record, Refusal refusal) {
        return new Result(record.id(), false, null, refusal.code(), refusal.detail(), refusal.faults());
    }
}

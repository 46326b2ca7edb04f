package cn.huiyin.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.reactive.TransactionContextManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class TogetherTest {

    private final List<List<String>> asked = new CopyOnWriteArrayList<>();
    private final Sinks.Empty<Void> firstMayEnd = Sinks.empty();

    /** Answers each with its length; the first statement waits until it is let go. */
    private final Together<String, Integer> lengths = new Together<>("lengths", 3, 5, 1, this::lengths);

    private Mono<List<Integer>> lengths(List<String> words) {
        asked.add(words);
        if (words.contains("away")) {
            return Mono.error(new DataAccessResourceFailureException("no database"));
        }
        if (words.contains("bad")) {
            return Mono.error(new DataIntegrityViolationException("a bad word"));
        }
        var answer = Mono.just(words.stream().map(String::length).toList());
        return asked.size() == 1 ? firstMayEnd.asMono().then(answer) : answer;
    }

    @Test
    void theFirstGoesAloneAndTheRestTogetherInTheirOrder() {
        var answers = Flux.just("a", "bb", "ccc", "dddd", "eeeee").flatMapSequential(lengths::ask);

        StepVerifier.create(answers)
                .then(firstMayEnd::tryEmitEmpty)
                .expectNext(1, 2, 3, 4, 5)
                .verifyComplete();
        assertThat(asked).containsExactly(List.of("a"), List.of("bb", "ccc", "dddd"), List.of("eeeee"));
    }

    @Test
    void aBadOneSpoilsOnlyItsOwnAnswer() {
        var answers = Flux.just("a", "bb", "bad", "dddd")
                .flatMapSequential(word -> lengths.ask(word).onErrorReturn(DataIntegrityViolationException.class, -1));

        StepVerifier.create(answers)
                .then(firstMayEnd::tryEmitEmpty)
                .expectNext(1, 2, -1, 4)
                .verifyComplete();
    }

    @Test
    void whereTheDatabaseIsAwayEachHearsItAndNobodyAsksAgain() {
        var answers = Flux.just("a", "bb", "away", "dddd")
                .flatMapSequential(
                        word -> lengths.ask(word).onErrorReturn(DataAccessResourceFailureException.class, -1));

        StepVerifier.create(answers)
                .then(firstMayEnd::tryEmitEmpty)
                .expectNext(1, -1, -1, -1)
                .verifyComplete();
        assertThat(asked).hasSize(2);
    }

    @Test
    void whoStopsWaitingIsNotAskedFor() {
        var first = lengths.ask("a").toFuture();
        var left = lengths.ask("bb").subscribe();
        var stays = lengths.ask("ccc").toFuture();

        left.dispose();
        firstMayEnd.tryEmitEmpty();

        assertThat(first).isCompletedWithValue(1);
        assertThat(stays).isCompletedWithValue(3);
        assertThat(asked).containsExactly(List.of("a"), List.of("ccc"));
    }

    @Test
    void theQueueHasAnEnd() {
        var waiting =
                IntStream.range(0, 6).mapToObj(n -> lengths.ask("a").toFuture()).toList();

        StepVerifier.create(lengths.ask("one too many"))
                .expectError(TooMany.class)
                .verify();
        firstMayEnd.tryEmitEmpty();

        assertThat(waiting).allSatisfy(one -> assertThat(one).isCompletedWithValue(1));
        StepVerifier.create(lengths.ask("there is room again")).expectNext(19).verifyComplete();
    }

    @Test
    void withinATransactionAQuestionGoesAloneAndAtOnce() {
        lengths.ask("a").subscribe();

        StepVerifier.create(lengths.ask("bb")
                        .contextWrite(TransactionContextManager.getOrCreateContext())
                        .contextWrite(TransactionContextManager.getOrCreateContextHolder()))
                .expectNext(2)
                .verifyComplete();
        assertThat(asked).containsExactly(List.of("a"), List.of("bb"));
    }

    @Test
    void asManyStatementsAreUnderWayAsMayBe() {
        var mayEnd = Sinks.empty();
        var abreast = new Together<String, Integer>("abreast", 3, 5, 2, words -> {
            asked.add(words);
            return mayEnd.asMono().thenReturn(words.stream().map(String::length).toList());
        });

        var answers = Flux.just("a", "bb", "ccc", "dddd").flatMapSequential(abreast::ask);

        StepVerifier.create(answers)
                .then(() -> assertThat(asked).containsExactly(List.of("a"), List.of("bb")))
                .then(mayEnd::tryEmitEmpty)
                .expectNext(1, 2, 3, 4)
                .verifyComplete();
        assertThat(asked).containsExactly(List.of("a"), List.of("bb"), List.of("ccc", "dddd"));
    }

    @Test
    void whoeverWaitedLongForADatabaseThatIsAwayDoesNotWaitAsLongAgain() {
        StepVerifier.withVirtualTime(() -> {
                    var away = new Together<String, Integer>("away", 3, 5, 1, words -> {
                        asked.add(words);
                        return Mono.delay(Duration.ofSeconds(9))
                                .then(Mono.error(new DataAccessResourceFailureException("no database")));
                    });
                    return Flux.just("a", "bb", "ccc")
                            .flatMapSequential(
                                    word -> away.ask(word).onErrorReturn(DataAccessResourceFailureException.class, -1));
                })
                .thenAwait(Duration.ofSeconds(9))
                .expectNext(-1, -1, -1)
                .verifyComplete();
        assertThat(asked).containsExactly(List.of("a"));
    }
}

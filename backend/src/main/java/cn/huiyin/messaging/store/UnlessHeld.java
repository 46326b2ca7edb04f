package cn.huiyin.messaging.store;

import cn.huiyin.together.Statement;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement about many messages that waits for none: one that somebody else holds just now, such as a resident's request
 * that withdraws it, is asked about once more alone. A statement that held some rows while it waits for others could be in
 * a circle with that request, and PostgreSQL would break it by failing one of them.
 *
 * <p>The SQL takes the questions as JSON in {@code $1}, locks with {@code FOR UPDATE :held}, and answers with a row for
 * each message it found, whose {@code n} counts the questions from 1.
 */
final class UnlessHeld<Q, A> implements Statement<Q, Optional<A>> {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient database;
    private final String passing;
    private final String waiting;
    private final Function<Readable, A> read;

    UnlessHeld(DatabaseClient database, String sql, Function<Readable, A> read) {
        this.database = database;
        this.passing = sql.replace(":held", "SKIP LOCKED");
        this.waiting = sql.replace(":held", "");
        this.read = read;
    }

    @Override
    public Mono<List<Optional<A>>> ask(List<Q> questions) {
        return questions.size() == 1
                ? run(waiting, questions)
                : run(passing, questions).flatMap(found -> theRestAlone(questions, found));
    }

    private Mono<List<Optional<A>>> theRestAlone(List<Q> questions, List<Optional<A>> found) {
        return Flux.fromStream(IntStream.range(0, questions.size()).boxed())
                .filter(i -> found.get(i).isEmpty())
                .concatMap(i -> run(waiting, List.of(questions.get(i))).doOnNext(alone -> found.set(i, alone.get(0))))
                .then(Mono.just(found));
    }

    private Mono<List<Optional<A>>> run(String sql, List<Q> questions) {
        return database.sql(sql)
                .bind("$1", JSON.writeValueAsString(questions))
                .map(row -> new Answer<>((int) (Objects.requireNonNull(row.get("n", Long.class)) - 1), read.apply(row)))
                .all()
                .collect(
                        () -> new ArrayList<>(Collections.nCopies(questions.size(), Optional.<A>empty())),
                        (answers, answer) -> answers.set(answer.index(), Optional.of(answer.value())))
                .map(answers -> answers);
    }

    private record Answer<A>(int index, A value) {}
}

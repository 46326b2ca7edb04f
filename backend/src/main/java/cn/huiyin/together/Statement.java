package cn.huiyin.together;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * One statement that answers many questions. It does best to take them as one JSON document: of an array PostgreSQL sees how
 * long it is, so it holds its general plan for dearer than one for this very array, and plans anew each time, which costs
 * more than a look at a row.
 */
@FunctionalInterface
public interface Statement<Q, A> {

    /** An answer for each question, in their order. */
    Mono<List<A>> ask(List<Q> questions);
}

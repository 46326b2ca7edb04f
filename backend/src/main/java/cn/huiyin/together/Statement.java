package cn.huiyin.together;

import java.util.List;
import reactor.core.publisher.Mono;

/** One statement that answers many questions. */
@FunctionalInterface
public interface Statement<Q, A> {

    /** An answer for each question, in their order. */
    Mono<List<A>> ask(List<Q> questions);
}

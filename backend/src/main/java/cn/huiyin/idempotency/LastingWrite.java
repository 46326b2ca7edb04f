package cn.huiyin.idempotency;

import reactor.core.publisher.Mono;

/**
 * A write that, once begun, goes on to its end though nobody waits for it any more. A request that is cancelled midway
 * would otherwise leave its transaction to chance: the client is told nothing, so it must not matter when it left.
 */
public final class LastingWrite {

    private LastingWrite() {}

    /** The same write, with its context; cancelling it stops the waiting, not the work. */
    public static <T> Mono<T> of(Mono<T> write) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(write.contextWrite(context).toFuture(), true));
    }
}

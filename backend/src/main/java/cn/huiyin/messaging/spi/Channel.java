package cn.huiyin.messaging.spi;

import reactor.core.publisher.Mono;

/** A way to reach a person outside the program: WeChat today, SMS or WeCom tomorrow. */
public interface Channel {

    /** A stable word of the contract, such as {@code SUBSCRIBE} or {@code TEMPLATE}. */
    String name();

    /**
     * Hands one message over. Answers with an {@link Outcome} for whatever the platform says or fails to say, within the
     * channel's own time limit; an error signal means a fault of our own.
     */
    Mono<Outcome> send(Parcel parcel);
}

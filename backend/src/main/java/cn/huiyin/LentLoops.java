package cn.huiyin;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/** The threads of somebody else, for whoever wants to do something of his own to the sockets on them. */
interface LentLoops extends LoopResources {

    /** Whose threads they are. */
    LoopResources loops();

    @Override
    default <C extends Channel> C onChannel(Class<C> kind, EventLoopGroup group) {
        return loops().onChannel(kind, group);
    }

    @Override
    default <C extends Channel> Class<? extends C> onChannelClass(Class<C> kind, EventLoopGroup group) {
        return loops().onChannelClass(kind, group);
    }

    @Override
    default EventLoopGroup onClient(boolean useNative) {
        return loops().onClient(useNative);
    }

    @Override
    default EventLoopGroup onServer(boolean useNative) {
        return loops().onServer(useNative);
    }

    @Override
    default EventLoopGroup onServerSelect(boolean useNative) {
        return loops().onServerSelect(useNative);
    }

    @Override
    default boolean daemon() {
        return loops().daemon();
    }

    /** The threads are not ours to stop. */
    @Override
    default Mono<Void> disposeLater() {
        return Mono.empty();
    }
}

package cn.huiyin;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * Sockets that notice within {@value #SILENT_MILLIS} ms that nobody is there any more: where a cable is pulled or a machine
 * lost no word comes, and Linux itself would wait a quarter of an hour for what was sent and two hours for what is
 * awaited, while the request waits too. On other systems than Linux they are as they always are.
 *
 * @param loops whose threads they share
 */
record WatchfulSockets(LoopResources loops) implements LoopResources {

    /**
     * Five sendings of the same bytes on a network that loses some. A statement may take longer, for it is the other side's
     * system that acknowledges, not PostgreSQL; and a filing that meets two dead connections, one after the other, is still
     * answered before its caller gives up.
     */
    private static final int SILENT_MILLIS = 8_000;

    private static final int ASK_AFTER_SECONDS = 3;
    private static final int ASK_EVERY_SECONDS = 3;
    private static final int ASK_TIMES = 2;

    @Override
    public <C extends Channel> C onChannel(Class<C> kind, EventLoopGroup group) {
        var channel = loops.onChannel(kind, group);
        if (channel instanceof EpollSocketChannel socket) {
            socket.config()
                    .setKeepAlive(true)
                    .setTcpUserTimeout(SILENT_MILLIS)
                    .setTcpKeepIdle(ASK_AFTER_SECONDS)
                    .setTcpKeepIntvl(ASK_EVERY_SECONDS)
                    .setTcpKeepCnt(ASK_TIMES);
        }
        return channel;
    }

    @Override
    public <C extends Channel> Class<? extends C> onChannelClass(Class<C> kind, EventLoopGroup group) {
        return loops.onChannelClass(kind, group);
    }

    @Override
    public EventLoopGroup onClient(boolean useNative) {
        return loops.onClient(useNative);
    }

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return loops.onServer(useNative);
    }

    @Override
    public EventLoopGroup onServerSelect(boolean useNative) {
        return loops.onServerSelect(useNative);
    }

    @Override
    public boolean daemon() {
        return loops.daemon();
    }

    /** The threads are not ours to stop. */
    @Override
    public Mono<Void> disposeLater() {
        return Mono.empty();
    }
}

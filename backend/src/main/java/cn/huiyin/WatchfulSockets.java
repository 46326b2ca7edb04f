package cn.huiyin;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.EpollSocketChannel;
import java.time.Duration;
import reactor.netty.resources.LoopResources;

/**
 * Sockets to PostgreSQL that notice within nine seconds that nobody is there any more: where a cable is pulled or a machine
 * lost no word comes, and Linux itself would wait a quarter of an hour for what was sent and two hours for what is
 * awaited, while the request waits too. And where PostgreSQL is there but says nothing, {@link ImpatientLine}. On other
 * systems than Linux only the latter.
 *
 * <p>Whoever connects through these must ask for keep-alive as well: a client sets that option after the socket is made,
 * and PostgreSQL's driver sets it to no unless told otherwise.
 *
 * @param loops whose threads they share
 */
record WatchfulSockets(LoopResources loops) implements LentLoops {

    /**
     * Five sendings of the same bytes on a network that loses some. A statement may take longer, for it is the other side's
     * system that acknowledges, not PostgreSQL; and a filing that meets two dead connections, one after the other, is still
     * answered before its caller gives up.
     */
    static final Duration SILENT = Duration.ofSeconds(8);

    static final Duration ASK_AFTER = Duration.ofSeconds(3);
    static final Duration ASK_EVERY = Duration.ofSeconds(3);
    static final int ASK_TIMES = 2;

    @Override
    public <C extends Channel> C onChannel(Class<C> kind, EventLoopGroup group) {
        var channel = LentLoops.super.onChannel(kind, group);
        channel.pipeline().addLast(new ImpatientLine());
        if (channel instanceof EpollSocketChannel socket) {
            socket.config()
                    .setKeepAlive(true)
                    .setTcpUserTimeout((int) SILENT.toMillis())
                    .setTcpKeepIdle((int) ASK_AFTER.toSeconds())
                    .setTcpKeepIntvl((int) ASK_EVERY.toSeconds())
                    .setTcpKeepCnt(ASK_TIMES);
        }
        return channel;
    }
}

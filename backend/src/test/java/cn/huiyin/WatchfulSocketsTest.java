package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import org.junit.jupiter.api.Test;
import reactor.netty.tcp.TcpResources;

class WatchfulSocketsTest {

    /** With the cable pulled and all: {@code infra/faults/network-cut}. */
    @Test
    void aSocketNoticesThatNobodyIsThereAnyMore() {
        assumeTrue(Epoll.isAvailable(), "not on Linux");
        var sockets = new WatchfulSockets(TcpResources.get());

        var socket = sockets.onChannel(SocketChannel.class, sockets.onClient(true));

        assertThat(socket).isInstanceOfSatisfying(EpollSocketChannel.class, ours -> {
            assertThat(ours.config().getTcpUserTimeout()).isEqualTo(8_000);
            assertThat(ours.config().isKeepAlive()).isTrue();
            assertThat(ours.config().getTcpKeepIdle()
                            + ours.config().getTcpKeepIntvl() * ours.config().getTcpKeepCnt())
                    .isEqualTo(9);
            ours.unsafe().closeForcibly();
        });
    }
}

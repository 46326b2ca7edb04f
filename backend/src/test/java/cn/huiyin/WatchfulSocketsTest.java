package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpResources;

@StoreTest
class WatchfulSocketsTest {

    private final TestDatabase database;

    WatchfulSocketsTest(TestDatabase database) {
        this.database = database;
    }

    /** With the cable pulled and all: {@code infra/faults/network-cut}. */
    @Test
    void aConnectionThatWasMadeNoticesThatNobodyIsThereAnyMore() {
        assumeTrue(Epoll.isAvailable(), "not on Linux");
        var made = new CopyOnWriteArrayList<Channel>();
        var settings = new R2dbcProperties();
        settings.setUrl(database.r2dbcUrl());
        settings.getPool().setMaxCreateConnectionTime(Duration.ofSeconds(3));
        var connections = new DatabaseConnections().connections(settings, new Watched(TcpResources.get(), made));
        DatabaseClient.create(connections).sql("SELECT 1").fetch().first().block(Duration.ofSeconds(10));

        assertThat(made).isNotEmpty().allSatisfy(one -> {
            assertThat(one.pipeline().get(ImpatientLine.class)).isNotNull();
            assertThat(one).isInstanceOfSatisfying(EpollSocketChannel.class, socket -> {
                assertThat(socket.config().isKeepAlive()).isTrue();
                assertThat(socket.config().getTcpUserTimeout()).isEqualTo(8_000);
                assertThat(socket.config().getTcpKeepIdle()
                                + socket.config().getTcpKeepIntvl()
                                        * socket.config().getTcpKeepCnt())
                        .isEqualTo(9);
            });
        });
        connections.dispose();
    }

    /** Keeps each socket, to be asked what became of it once the driver has set its own options. */
    private record Watched(LoopResources loops, List<Channel> made) implements LentLoops {

        @Override
        public <C extends Channel> C onChannel(Class<C> kind, EventLoopGroup group) {
            var channel = LentLoops.super.onChannel(kind, group);
            made.add(channel);
            return channel;
        }
    }
}

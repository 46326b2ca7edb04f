package cn.huiyin;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.KeepAliveOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import java.util.Objects;
import org.springframework.boot.data.redis.autoconfigure.DataRedisProperties;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the connection to Redis behaves for all of the program. */
@Configuration(proxyBeanMethods = false)
class RedisManners {

    /** While Redis is away a command fails at once instead of joining a queue without end. */
    @Bean
    LettuceClientOptionsBuilderCustomizer failAtOnceWhileRedisIsAway() {
        return options -> options.disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS);
    }

    /** Lettuce connects anew once it knows that the line is dead; by itself it would wait for Linux, a quarter of an hour. */
    @Bean
    LettuceClientOptionsBuilderCustomizer noticeADeadLine(DataRedisProperties settings) {
        var connect =
                Objects.requireNonNull(settings.getConnectTimeout(), "spring.data.redis.connect-timeout is not set");
        return options -> options.socketOptions(SocketOptions.builder()
                .connectTimeout(connect)
                .keepAlive(KeepAliveOptions.builder()
                        .enable()
                        .idle(WatchfulSockets.ASK_AFTER)
                        .interval(WatchfulSockets.ASK_EVERY)
                        .count(WatchfulSockets.ASK_TIMES)
                        .build())
                .tcpUserTimeout(TcpUserTimeoutOptions.builder()
                        .enable()
                        .tcpUserTimeout(WatchfulSockets.SILENT)
                        .build())
                .build());
    }
}

package cn.huiyin.identity.store;

import io.lettuce.core.ClientOptions.DisconnectedBehavior;
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
}

package cn.huiyin;

import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ImmediateEventExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/**
 * The few threads that wait at all sockets, whether somebody calls us or PostgreSQL or Redis answers. Each library would
 * bring threads of its own; then a request is handed from one to the next four times, and on two cores ten threads take
 * turns where two do. ({@code reactor.netty.ioWorkerCount} says how many.)
 */
@Configuration(proxyBeanMethods = false)
class EventLoops {

    @Bean(destroyMethod = "dispose")
    LoopResources loops() {
        return LoopResources.create("event-loop", LoopResources.DEFAULT_IO_WORKER_COUNT, true);
    }

    @Bean
    ReactorResourceFactory callers(LoopResources loops) {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResources(loops);
        return resources;
    }

    @Bean
    ClientResourcesBuilderCustomizer redis(LoopResources loops) {
        return resources -> resources.eventLoopGroupProvider(new Shared(loops.onClient(true)));
    }

    /** Lent to Lettuce, which neither starts nor stops it. */
    private record Shared(EventLoopGroup loops) implements EventLoopGroupProvider {

        @Override
        @SuppressWarnings("unchecked")
        public <T extends EventLoopGroup> T allocate(Class<T> wanted) {
            return (T) loops;
        }

        @Override
        public int threadPoolSize() {
            return LoopResources.DEFAULT_IO_WORKER_COUNT;
        }

        @Override
        public Future<Boolean> release(EventExecutorGroup group, long quiet, long most, TimeUnit unit) {
            return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
        }

        @Override
        public Future<Boolean> shutdown(long quiet, long most, TimeUnit unit) {
            return ImmediateEventExecutor.INSTANCE.newSucceededFuture(true);
        }
    }
}

package cn.huiyin.rehearsal;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import reactor.blockhound.BlockHound;

/** Before the first test: from now on a blocking call on an event loop is an error. Each allowance says why. */
public final class BlockingIsNoticed implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        BlockHound.install(allowances -> allowances
                // Log lines go to the console at once; they are few, and losing the last ones before a crash is worse.
                .allowBlockingCallsInside("ch.qos.logback.core.OutputStreamAppender", "writeOut")
                // /dev/urandom never makes anyone wait.
                .allowBlockingCallsInside("sun.security.provider.NativePRNG$RandomIO", "readFully")
                // Netty gives its memory another magazine under a lock that is held for a few instructions.
                .allowBlockingCallsInside(
                        "io.netty.buffer.AdaptivePoolingAllocator$MagazineGroup", "tryExpandMagazines")
                // A pool of threads takes a lock for a few instructions to queue a task, to begin a thread, or to drop
                // a
                // timer that nobody waits for any more. An error thrown in there would leave that lock broken, and
                // whoever comes next waiting for ever.
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "execute")
                .allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "remove")
                .allowBlockingCallsInside("java.util.concurrent.ScheduledThreadPoolExecutor", "delayedExecute")
                // The S3 client closes its connections at the very end, on a thread that has nothing else to do.
                .allowBlockingCallsInside("io.netty.channel.pool.SimpleChannelPool", "close")
                // The words of bean validation are read from the jar when the first of them is said.
                .allowBlockingCallsInside("java.util.ResourceBundle", "getBundleImpl")
                // Spring Data takes a lock for a few instructions to hand out the one connection to Redis, which
                // RedisLine has opened before on a thread that may wait.
                .allowBlockingCallsInside(
                        "org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory", "doInLock")
                // Lettuce counts its writers under a lock that is held for a few instructions. An error thrown there is
                // worse than the wait: the count is wrong from then on, and the next writer spins for ever.
                .allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "incrementWriters")
                .allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "decrementWriters")
                .allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "lockWritersExclusive")
                .allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "unlockWritersExclusive")
                .allowBlockingCallsInside("io.lettuce.core.protocol.SharedLock", "doExclusive")
                // Jackson's short lock while it builds a deserializer for the first time, in memory only.
                .allowBlockingCallsInside(
                        "tools.jackson.databind.deser.DeserializerCache", "_createAndCacheValueDeserializer")
                // Bean validation puts what it learned about a class into its cache, under a lock of a few
                // instructions.
                .allowBlockingCallsInside(
                        "org.hibernate.validator.internal.metadata.BeanMetaDataManagerImpl", "getBeanMetaData"));
    }
}

package cn.huiyin;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a line on which something was asked and nothing heard since for {@value #SECONDS} s. PostgreSQL gives up each
 * statement after ten, so it is not at work but stands still (a stopped process, a disk that hangs), while its system goes
 * on acknowledging what is sent. Whoever waits hears that the store is away, and the connection does not return to its pool.
 * A line that nobody asks anything may be silent for as long as it likes.
 */
final class ImpatientLine extends IdleStateHandler {

    static final int SECONDS = 15;

    private static final Logger log = LoggerFactory.getLogger(ImpatientLine.class);

    private boolean asked;

    ImpatientLine() {
        super(0, 0, SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void write(ChannelHandlerContext context, Object question, ChannelPromise written) throws Exception {
        asked = true;
        super.write(context, question, written);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object answer) throws Exception {
        asked = false;
        super.channelRead(context, answer);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent silence) {
        if (asked) {
            log.warn("PostgreSQL has not answered for {} s, the connection is closed", SECONDS);
            context.close();
        }
    }
}

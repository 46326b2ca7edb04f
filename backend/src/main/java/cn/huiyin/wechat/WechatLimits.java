package cn.huiyin.wechat;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long we wait for WeChat, and how many calls may be under way ({@code huiyin.wechat.limits.*}).
 *
 * @param connect to reach WeChat, certificate and all
 * @param response to hear the answer once asked
 * @param connection to get one of our own connections
 * @param wholeLogin a login from end to end; a person is waiting
 * @param wholeSend a message from end to end, with a token to be fetched first
 * @param loginThreads logins at the same time
 * @param sendThreads messages at the same time
 * @param loginQueue logins that may wait for a thread; more are told to come again
 * @param sendQueue messages that may wait for a thread; more go back to the outbox
 */
record WechatLimits(
        @DefaultValue("2s") Duration connect,
        @DefaultValue("5s") Duration response,
        @DefaultValue("2s") Duration connection,
        @DefaultValue("8s") Duration wholeLogin,
        @DefaultValue("25s") Duration wholeSend,
        @DefaultValue("8") int loginThreads,
        @DefaultValue("96") int sendThreads,
        @DefaultValue("200") int loginQueue,
        @DefaultValue("500") int sendQueue) {

    /** Content checks at the same time: few, for messages go first. More wait, and then stay pending. */
    static final int CHECK_THREADS = 4;

    static final int CHECK_QUEUE = 100;

    /** Every thread finds a connection: there are as many as threads. */
    int connections() {
        return loginThreads + sendThreads + CHECK_THREADS;
    }
}

package cn.huiyin.rehearsal.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * WeChat's servers, as far as we use them, on a port of their own: {@code WechatStandIn.start(port, clock)}. It knows the
 * two apps of {@link App}; templates and grants are put in by whoever starts it.
 */
public final class WechatStandIn implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LARGEST_BODY = 1 << 20;
    private static final Logger LOG = LoggerFactory.getLogger(WechatStandIn.class);

    static {
        // Otherwise each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(256, task -> {
        var thread = new Thread(task, "wechat-stand-in");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledExecutorService answers = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "wechat-stand-in-answers");
        thread.setDaemon(true);
        return thread;
    });
    private final InstantSource clock;
    private final Platform platform;
    private final PushLine line;
    private final Witness witness;
    private final Faults faults = new Faults();
    private final Set<String> underWay = new HashSet<>();
    private volatile Weather weather = Weather.FINE;
    private Duration ahead = Duration.ZERO;

    private WechatStandIn(HttpServer server, InstantSource clock, Platform platform, PushLine line, Witness witness) {
        this.line = line;
        this.witness = witness;
        this.server = server;
        this.clock = clock;
        this.platform = platform;
    }

    /** Starts on this port of this machine, 0 for any; forgets all when it stops. */
    public static WechatStandIn start(int port, InstantSource clock) {
        return start(port, clock, null);
    }

    /** Starts on this port of this machine, and keeps in this file what WeChat would not forget. */
    public static WechatStandIn start(int port, InstantSource clock, @Nullable Path journal) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var line = new PushLine();
            var witness = new Witness(line);
            var platform = new Platform(new Journal(journal), witness);
            for (var app : List.of(App.MINIAPP, App.OFFICIAL_ACCOUNT)) {
                platform.apps.put(app.appId(), app);
            }
            var standIn = new WechatStandIn(server, clock, platform, line, witness);
            server.createContext("/", standIn::handle);
            server.setExecutor(standIn.threads);
            server.start();
            standIn.answers.scheduleWithFixedDelay(standIn::answerInAMoment, 200, 200, TimeUnit.MILLISECONDS);
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port();
    }

    /** Knows this app too. */
    public synchronized void app(App app) {
        platform.apps.put(app.appId(), app);
    }

    /** Lets this template be used; each of its fields must be filled. */
    public synchronized void template(String id, Collection<String> fields) {
        platform.templates.put(id, new LinkedHashSet<>(fields));
    }

    /** The person has agreed to this many more messages of this template. */
    public synchronized void grant(String openid, String template, int count) {
        platform.grant(openid, template, count, now());
    }

    /** The person voids what they had agreed to, in WeChat's settings. */
    public synchronized void voidGrants(String openid, String template) {
        platform.voidGrants(openid, template, now());
    }

    public synchronized int grantsLeft(String openid, String template) {
        return platform.grants.left(openid, template);
    }

    public synchronized boolean knowsTemplate(String id) {
        return platform.templates.containsKey(id);
    }

    /** Begins to follow the official account. */
    public synchronized void follow(String openid) {
        platform.people.follow(openid);
    }

    public synchronized void unfollow(String openid) {
        platform.people.unfollow(openid);
    }

    /** Our service is told of what happens to everybody. */
    public void tellOfAll() {
        witness.tellOfAll();
    }

    /** Our service is told of what happens to this person, as either app knows them. */
    public void tellOf(String openid) {
        witness.tellOf(openid);
    }

    /** What is sent to this person is taken and then not shown. */
    public void blocks(String openid, boolean blocks) {
        witness.blocks(openid, blocks);
    }

    /** The person does this in the official account; what they are answered at once, verified as WeChat would. */
    Optional<String> does(String openid, Saying saying) {
        var now = now();
        synchronized (this) {
            platform.does(openid, saying, now);
        }
        var msgId = Long.toString(
                24_000_000_000_000_000L + ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L));
        var answer =
                line.push(App.OFFICIAL_ACCOUNT, saying.xml(openid, now.getEpochSecond(), msgId), now.getEpochSecond());
        var reply = answer == null
                ? Optional.of("该公众号提供的服务出现故障，请稍后再试")
                : PassiveReply.read(App.OFFICIAL_ACCOUNT, openid, answer);
        synchronized (this) {
            reply.ifPresent(text -> platform.replied(openid, text, now()));
        }
        return reply;
    }

    /** Has written to the official account, which may answer for 48 hours. */
    public synchronized void speaks(String openid) {
        platform.speaks(openid, now());
    }

    /** Has agreed to be told as an employee, or has taken it back. */
    public synchronized void employs(String openid, boolean bound) {
        if (bound) {
            platform.employees.add(openid);
        } else {
            platform.employees.remove(openid);
        }
    }

    /** How often this call may be made in a day. */
    public synchronized void quota(String path, int most) {
        platform.quotas.limit(path, most);
    }

    /** How all sending goes from now on. */
    public void weather(Weather now) {
        weather = now;
    }

    /** Makes the next calls fail. */
    public void fault(Fault fault) {
        faults.add(fault);
    }

    public List<Fault> faults() {
        return faults.all();
    }

    /** For whoever leaps over days and is not about access tokens: those who were given one count by this machine's clock. */
    public synchronized void tokensOutliveLeaps() {
        platform.tokens.outliveLeaps();
    }

    public void noMoreFaults() {
        faults.clear();
    }

    /** Where our service answers: photos are fetched there, whatever name their address bears, and pushes go there. */
    public void serviceIs(URI address) {
        platform.media.serviceIs(address);
        line.to(address);
    }

    /** What is found in the next photo or voice that is handed in. */
    public void nextMediaIs(MediaChecks.Found found) {
        platform.media.wish(found);
    }

    /** The photos and voice that were handed in, as their openid and trace. */
    public List<MediaChecks.HandedIn> media() {
        return platform.media.all();
    }

    /** Says what it found in the photos that are due by now; does so by itself too, in a moment. */
    public void answerAboutMedia() {
        try {
            platform.media.answer(now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the stand-in could not answer about a photo: {}", e.toString());
        }
    }

    private void answerInAMoment() {
        if (!platform.media.isIdle()) {
            answerAboutMedia();
        }
    }

    /** The calls that it knows. */
    public Collection<String> paths() {
        return platform.paths();
    }

    /** What it was asked to send, oldest first. */
    public List<SentMessage> messages() {
        return platform.sent.find(message -> true, Integer.MAX_VALUE);
    }

    List<SentMessage> messages(Predicate<SentMessage> wanted, int most) {
        return platform.sent.find(wanted, most);
    }

    @Override
    public void close() {
        server.stop(0);
        answers.shutdownNow();
        line.close();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var ask = ask(exchange);
            var reply = ask == null ? Reply.no(47001, "data format error") : answer(ask);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Ask ask(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LARGEST_BODY);
        try {
            var body = bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
            return new Ask(exchange.getRequestURI().getPath(), query(exchange), body, now());
        } catch (JacksonException e) {
            return null;
        }
    }

    /** One message at a time for each person; all else as it comes. */
    private Reply answer(Ask ask) throws InterruptedException {
        var person = ask.path().endsWith("/subscribe/send") ? ask.body("touser") : "";
        if (person.isEmpty()) {
            return answerWithFaults(ask);
        }
        if (!begin(person)) {
            return kept(ask, Reply.no(43108, "concurrent send for the same openid"));
        }
        try {
            return answerWithFaults(ask);
        } finally {
            end(person);
        }
    }

    private synchronized boolean begin(String person) {
        return underWay.add(person);
    }

    private synchronized void end(String person) {
        underWay.remove(person);
    }

    private Reply answerWithFaults(Ask ask) throws InterruptedException {
        var fault = faults.take(ask.path()).or(() -> weather.over(ask.path())).orElse(null);
        if (fault == null) {
            return answerNow(ask);
        }
        var reply = fault.status() != null
                ? kept(ask, Reply.page(fault.status()))
                : fault.errcode() != null
                        ? kept(ask, Reply.no(fault.errcode(), "a fault that was asked for"))
                        : answerNow(ask);
        if (fault.delay() != null) {
            noteWhereNobodyWaits(ask, fault.delay());
            Thread.sleep(fault.delay().toMillis());
        }
        return reply;
    }

    private synchronized void noteWhereNobodyWaits(Ask ask, Duration delay) {
        if (delay.compareTo(Weather.NOBODY_WAITS_LONGER) >= 0) {
            platform.unheard(ask);
        }
    }

    private synchronized Reply answerNow(Ask ask) {
        return platform.answer(ask);
    }

    private synchronized Reply kept(Ask ask, Reply reply) {
        return platform.kept(ask, reply);
    }

    /** By the movable clock; WeChat does not stop when our database, where that clock hangs, is away. */
    private Instant now() {
        try {
            var now = clock.instant();
            ahead = Duration.between(Instant.now(), now);
            return now;
        } catch (RuntimeException databaseAway) {
            return Instant.now().plus(ahead);
        }
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new HashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        if (raw != null) {
            for (var pair : raw.split("&")) {
                var parts = pair.split("=", 2);
                query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}

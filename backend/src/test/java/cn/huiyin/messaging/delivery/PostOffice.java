package cn.huiyin.messaging.delivery;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.messaging.ServiceWindows;
import cn.huiyin.messaging.SummarySubject;
import cn.huiyin.messaging.domain.Catalogue;
import cn.huiyin.messaging.domain.CatalogueTest;
import cn.huiyin.messaging.domain.RetryLadder;
import cn.huiyin.messaging.domain.RoutingPolicy;
import cn.huiyin.messaging.domain.RoutingPolicyTest;
import cn.huiyin.messaging.spi.Channel;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Parcel;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.messaging.store.Claims;
import cn.huiyin.messaging.store.InboxRows;
import cn.huiyin.messaging.store.MessageGrants;
import cn.huiyin.messaging.store.Promises;
import cn.huiyin.messaging.store.Queue;
import cn.huiyin.messaging.store.QuotaRows;
import cn.huiyin.messaging.store.Routes;
import cn.huiyin.messaging.store.Steps;
import cn.huiyin.messaging.store.StoppedTemplates;
import cn.huiyin.messaging.store.Summaries;
import cn.huiyin.messaging.store.Windows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A whole post office on a test's database: the real one but for the channels, which do what the test says, and the
 * subject, a ticket that stands unless the test says otherwise. Every account has both addresses unless it is a stranger.
 */
final class PostOffice {

    static final AccountId LI = new AccountId(7001);
    static final AccountId WANG = new AccountId(7002);

    final DatabaseClient database;
    final Catalogue catalogue = CatalogueTest.theCatalogue();
    final List<Sent> sent = new CopyOnWriteArrayList<>();
    final Map<String, Function<Parcel, Mono<Outcome>>> does = new ConcurrentHashMap<>();
    final Map<String, Subject.Standing> standings = new ConcurrentHashMap<>();
    /** The one of the product, unless the test says otherwise. */
    volatile RoutingPolicy policy = RoutingPolicyTest.thePolicy();
    /** Of the node that is made next; a node that died sends nothing more, even if some of its threads have not heard. */
    volatile AtomicBoolean alive = new AtomicBoolean(true);

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Meters watch = new Meters(meters);
    final Outbox outbox;
    final Claims claims;
    final Steps steps;
    final StoppedTemplates stopped;
    final ServiceWindows windows;
    /** For the node that is made next: by the machine's clock, so it is tried again at once. */
    BreakerSettings breaker = new BreakerSettings(50, 10, 60, Duration.ofMillis(1), Duration.ofMillis(1));

    Map<String, Long> quota = Map.of();
    private final AtomicInteger keys = new AtomicInteger();

    PostOffice(DatabaseClient database) {
        this.database = database;
        this.outbox = new Outbox(catalogue, new Promises(database));
        this.claims = new Claims(database);
        this.steps = new Steps(database);
        this.stopped = new StoppedTemplates(database);
        this.windows = new ServiceWindows(new Windows(database));
        everybody();
        does.put("CUSTOMER_SERVICE", parcel -> Mono.just(new Outcome.Delivered("c-" + parcel.clientMsgId())));
        does.put("EMPLOYEE", parcel -> Mono.just(new Outcome.Delivered(null)));
        does.put("SUBSCRIBE", parcel -> Mono.just(new Outcome.Delivered("s-" + parcel.clientMsgId())));
        does.put("TEMPLATE", parcel -> Mono.just(new Outcome.Delivered("t-" + parcel.clientMsgId())));
    }

    /** Accounts 1 to 9 and 7000 to 8999 have logged in and follow the official account. */
    void everybody() {
        execute("""
                INSERT INTO account (id, display_name, miniapp_openid, unionid)
                SELECT n, '居民', 'mini-' || n, 'u-' || n
                  FROM (SELECT generate_series(1, 9) AS n UNION ALL SELECT generate_series(7000, 8999)) AS all_of
                    ON CONFLICT (id) DO UPDATE
                   SET miniapp_openid = excluded.miniapp_openid,
                       unionid = excluded.unionid
                """);
        execute("""
                INSERT INTO official_account_follower (mp_openid, unionid)
                SELECT 'mp-' || id, unionid
                  FROM account
                 WHERE unionid LIKE 'u-%'
                    ON CONFLICT (mp_openid) DO NOTHING
                """);
    }

    /** Nobody knows by what they could be reached. */
    void isStranger(AccountId who) {
        execute("UPDATE account SET miniapp_openid = NULL, unionid = NULL WHERE id = " + who.value());
    }

    void follows(AccountId who, boolean follows) {
        execute(
                follows
                        ? "INSERT INTO official_account_follower VALUES ('mp-%1$s', 'u-%1$s') ON CONFLICT DO NOTHING"
                                .formatted(who.value())
                        : "DELETE FROM official_account_follower WHERE mp_openid = 'mp-%s'".formatted(who.value()));
    }

    static DeliverySettings settings(boolean enabled) {
        return new DeliverySettings(
                enabled,
                Duration.ofMillis(20),
                16,
                Duration.ofMinutes(2),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                RetryLadder.USUAL.rungs());
    }

    /** Another node on the same database. */
    Delivery node(boolean enabled) {
        var queue = new QueueWatch(new Queue(database), new MessageGrants(database), watch);
        return new Delivery(pump(settings(enabled)), queue, settings(enabled));
    }

    Pump pump(DeliverySettings settings) {
        var closing = new Closing(catalogue, steps, new Summaries(database), watch);
        var ids = new TemplateIds(
                catalogue.templates().keySet().stream().collect(Collectors.toMap(key -> key, key -> "id-" + key)));
        var channels =
                List.of(channel("SUBSCRIBE"), channel("TEMPLATE"), channel("CUSTOMER_SERVICE"), channel("EMPLOYEE"));
        var router = new Router(catalogue, policy, ids, channels, new Routes(database), watch);
        var breakers = new Breakers(channels, breaker, meters);
        var quotas = new Quotas(new QuotaSettings(quota, 10), new QuotaRows(database));
        var ways = new Ways(catalogue, channels, steps, stopped, closing, watch, breakers, quotas, settings);
        var subjects = List.of(ticket(), new SummarySubject(new Summaries(database)));
        var courier = new Courier(catalogue, subjects, steps, new InboxRows(database), router, ways, closing, settings);
        return new Pump(claims, courier, watch, settings);
    }

    int runUntilQuiet() {
        return Objects.requireNonNull(node(false).runUntilQuiet().block(Duration.ofSeconds(60)));
    }

    /** Promises it for now; says its key. */
    String promise(String occasion, @Nullable AccountId recipient) {
        return promise(occasion, recipient, null, Map.of());
    }

    String promise(
            String occasion, @Nullable AccountId recipient, @Nullable Instant notBefore, Map<String, String> more) {
        var no = "HY" + keys.incrementAndGet();
        var facts = new java.util.HashMap<>(Map.of("no", no, "matter", "路灯不亮", "due", "2026年11月25日 18:00"));
        facts.putAll(more);
        var key = no + "/" + occasion;
        outbox.append(List.of(new Notice(occasion, key, "qinghe", "ticket", no, recipient, notBefore, facts)))
                .block();
        return key;
    }

    void grant(AccountId account, String template, int grants) {
        execute(
                "INSERT INTO message_grant (account, template_id, remaining, last_answer) VALUES (%s, 'id-%s', %s, 'accept')"
                        .formatted(account, template, grants));
    }

    String grants(AccountId account, String template) {
        return one("SELECT remaining::text FROM message_grant WHERE account = %s AND template_id = 'id-%s'"
                .formatted(account, template));
    }

    /** Such as {@code SENT SUBSCRIBE}. */
    String standing(String key) {
        return one("SELECT concat_ws(' ', state, channel) FROM outbox WHERE dedup_key = '%s'".formatted(key));
    }

    String column(String column, String key) {
        return one("SELECT %s::text FROM outbox WHERE dedup_key = '%s'".formatted(column, key));
    }

    String one(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .defaultIfEmpty("nothing")
                .block();
    }

    void execute(String sql) {
        database.sql(sql).then().block();
    }

    private Channel channel(String name) {
        var ofThisNode = alive;
        return new Channel() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Mono<Outcome> send(Parcel parcel) {
                if (!ofThisNode.get()) {
                    return Mono.never();
                }
                sent.add(new Sent(name, parcel));
                return Objects.requireNonNull(does.get(name)).apply(parcel);
            }
        };
    }

    private Subject ticket() {
        return new Subject() {
            @Override
            public String kind() {
                return "ticket";
            }

            @Override
            public Mono<Standing> look(Waiting message) {
                return Mono.just(standings.getOrDefault(message.subjectId(), new Stands(List.of(), message.facts())));
            }
        };
    }

    /** What a channel was asked to send. */
    record Sent(String channel, Parcel parcel) {

        String to() {
            return parcel.address();
        }
    }
}

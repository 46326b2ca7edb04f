package cn.huiyin.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class WatchingTest {

    private static final Duration BREATH = Duration.ofSeconds(1);

    private final Map<String, Long> standing = new HashMap<>();
    private final List<Collection<String>> looks = new ArrayList<>();
    private boolean away;
    private VirtualTimeScheduler time;
    private Watching<String> watching;

    @BeforeEach
    void stopTheClock() {
        // Its own, and not everybody's: in the same JVM a whole service goes on by the time that is.
        time = VirtualTimeScheduler.create();
        watching = new Watching<>(BREATH, time, this::look);
    }

    @AfterEach
    void letItGo() {
        time.dispose();
    }

    private Mono<Map<String, Long>> look(Collection<String> keys) {
        looks.add(List.copyOf(keys));
        if (away) {
            return Mono.error(new IllegalStateException("the database is away"));
        }
        Map<String, Long> found = new HashMap<>(standing);
        found.keySet().retainAll(keys);
        return Mono.just(found);
    }

    private void breathe(int times) {
        time.advanceTimeBy(BREATH.multipliedBy(times));
    }

    private List<Long> watch(String key, long seen) {
        var heard = new ArrayList<Long>();
        watching.beyond(key, seen).subscribe(heard::add);
        return heard;
    }

    @Test
    void aMoveIsHeardOnce() {
        standing.put("a", 3L);
        var heard = watch("a", 2);

        breathe(3);
        standing.put("a", 5L);
        breathe(3);

        assertThat(heard).containsExactly(3L, 5L);
    }

    @Test
    void whatWasSeenIsNotToldAgain() {
        standing.put("a", 3L);
        var heard = watch("a", 3);

        breathe(3);

        assertThat(heard).isEmpty();
    }

    @Test
    void manyWhoWatchTheSameAskOnce() {
        for (int i = 0; i < 100; i++) {
            watch("a", 0);
            watch("b", 0);
        }

        breathe(1);

        assertThat(looks).hasSize(1);
        assertThat(looks.get(0)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aThousandAreLookedAtInOneStatement() {
        for (int i = 0; i < 2500; i++) {
            watch("thing " + i, 0);
        }

        breathe(1);

        assertThat(looks).extracting(Collection::size).containsExactly(1000, 1000, 500);
    }

    @Test
    void whileNobodyWatchesNothingIsAsked() {
        var once = watching.beyond("a", 0).subscribe();
        breathe(1);
        once.dispose();
        looks.clear();

        breathe(10);

        assertThat(looks).isEmpty();
        assertThat(watching.keys()).isEmpty();
    }

    @Test
    void whoeverIsSlowHearsTheNewestOnly() {
        var heard = new ArrayList<Long>();
        var slow = new BaseSubscriber<Long>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(Long value) {
                heard.add(value);
            }
        };
        watching.beyond("a", 0).subscribe(slow);
        var quick = watch("a", 0);

        for (long version = 1; version <= 50; version++) {
            standing.put("a", version);
            breathe(1);
        }
        slow.request(1);

        assertThat(heard).containsExactly(1L, 50L);
        assertThat(quick).hasSize(50);
    }

    @Test
    void aLookThatFailsIsMadeUpForByTheNext() {
        standing.put("a", 1L);
        away = true;
        var heard = watch("a", 0);
        breathe(3);
        away = false;

        breathe(1);

        assertThat(heard).containsExactly(1L);
    }
}

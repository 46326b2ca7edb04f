package cn.huiyin.household.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.HouseholdRules;
import cn.huiyin.household.domain.Change;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Saving.Beside;
import cn.huiyin.household.store.Saving.NewHome;
import cn.huiyin.identity.AccountId;
import cn.huiyin.privacy.KeyChange;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import cn.huiyin.rehearsal.StoreTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keys change while people read and write. */
@StoreTest
class KeyChangeTest {

    private static final PlacePath BUILDING = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b1/");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Reader ALL = Reader.everywhere(AccountId.SYSTEM);
    private static final int HOMES = 300;

    private final DatabaseClient database;
    private final Path file;
    private final Vault vault;
    private final KeyChange change;
    private final cn.huiyin.household.store.Files files;
    private final Saving saving;
    private final HouseholdIds ids = new HouseholdIds();

    KeyChangeTest(DatabaseClient database, @TempDir Path folder) throws IOException {
        this.database = database;
        file = folder.resolve("keyset.json");
        Files.writeString(file, Keys.fresh());
        var settings = new PrivacySettings(file.toString(), Duration.ofSeconds(1), 50);
        vault = new Vault(settings);
        var seals = new HouseholdSeals();
        change = new KeyChange(
                vault, settings, List.of(seals.householdFacts(database), seals.householdProposals(database)));
        FileJson json = new FileJson(vault);
        files = new cn.huiyin.household.store.Files(database, json);
        saving = new Saving(database, json, HouseholdRules.builtIn());
    }

    @Test
    void keysChangeUnderLoadAndNoReadFails() throws IOException {
        List<HouseholdId> homes = IntStream.range(0, HOMES).mapToObj(this::home).toList();
        String old = onlyKey();
        AtomicInteger read = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        Disposable load = Flux.merge(readers(homes, read), writers(homes, written))
                .doOnError(failures::add)
                .subscribe();

        step(Keys::withOneMore);
        step(Keys::promoted);
        assertThat(change.turn().block()).isNotNull();
        change.sealAnew().block();
        step(Keys::withoutOld);
        int readBefore = read.get();
        Mono.delay(Duration.ofMillis(10))
                .repeat(() -> read.get() < readBefore + 200 && failures.isEmpty())
                .blockLast(Duration.ofSeconds(30));
        load.dispose();

        assertThat(failures).isEmpty();
        assertThat(read.get()).isGreaterThan(200);
        assertThat(written.get()).isPositive();
        assertThat(onlyKey()).isNotEqualTo(old);
        homes.forEach(id -> assertThat(note(id)).startsWith("备注"));
    }

    /** What was sealed by a key in the moment it was still the one that seals is sealed anew in a later round. */
    private Flux<Object> readers(List<HouseholdId> homes, AtomicInteger read) {
        return Flux.range(0, Integer.MAX_VALUE)
                .flatMap(
                        turn -> files.find(homes.get(turn % HOMES), ALL, null, Asked.TODAY)
                                .doOnNext(stored -> read.incrementAndGet()),
                        4)
                .cast(Object.class);
    }

    private Flux<Object> writers(List<HouseholdId> homes, AtomicInteger written) {
        return Flux.range(0, Integer.MAX_VALUE)
                .concatMap(turn -> files.find(homes.get(turn * 7 % HOMES), ALL, null, Asked.TODAY)
                        .flatMap(stored -> saving.save(
                                stored,
                                List.of(Change.that(new Fact.Note("备注又 " + turn), DAY, null)),
                                7,
                                Beside.NOTHING))
                        .doOnNext(saved -> written.incrementAndGet()))
                .cast(Object.class);
    }

    private interface Step {
        String on(String keyset);
    }

    private void step(Step step) throws IOException {
        Files.writeString(file, step.on(Files.readString(file)));
        change.turn().block(Duration.ofSeconds(60));
        // Writers that began with the old key may have ended after the round.
        change.turn().block(Duration.ofSeconds(60));
    }

    private String onlyKey() {
        Map<String, Map<String, Long>> counts =
                Objects.requireNonNull(change.count().block());
        assertThat(counts.get("household_fact.sealed")).hasSize(1);
        return counts.get("household_fact.sealed").keySet().iterator().next();
    }

    private HouseholdId home(int number) {
        HouseholdId id = ids.fresh();
        saving.open(
                        new NewHome(id, BUILDING, "K" + number, DAY),
                        List.of(Change.that(new Fact.Note("备注 " + number), DAY, null)),
                        7,
                        Beside.NOTHING)
                .block();
        return id;
    }

    private String note(HouseholdId id) {
        return String.valueOf(
                Objects.requireNonNull(files.find(id, ALL, null, Asked.TODAY).block())
                        .file()
                        .note());
    }
}

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
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.r2dbc.core.DatabaseClient;

/** Files of keys that are not taken. */
@StoreTest
class KeyFileTest {

    private static final PlacePath BUILDING = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b1/");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final Reader ALL = Reader.everywhere(AccountId.SYSTEM);

    private final Path file;
    private final Vault vault;
    private final KeyChange change;
    private final cn.huiyin.household.store.Files files;
    private final Saving saving;
    private final HouseholdIds ids = new HouseholdIds();

    KeyFileTest(DatabaseClient database, @TempDir Path folder) throws IOException {
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
    void aFileWithoutAKeyThatIsStillNeededIsNotTaken() throws IOException {
        HouseholdId home = home(9001);
        Files.writeString(file, Keys.fresh());
        change.turn().block();

        assertThat(note(home)).isEqualTo("备注 9001");
    }

    @Test
    void aFileThatCannotBeReadChangesNothing() throws IOException {
        HouseholdId home = home(9002);
        Files.writeString(file, "{\"seal\":");

        assertThat(change.turn().onErrorReturn(-1L).block()).isEqualTo(-1);
        assertThat(note(home)).isEqualTo("备注 9002");
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

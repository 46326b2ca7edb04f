package cn.huiyin.visit.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.household.HouseholdId;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import cn.huiyin.privacy.spi.SealedRows;
import cn.huiyin.privacy.spi.SealedRows.Fresh;
import cn.huiyin.privacy.spi.SealedRows.Row;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.visit.VisitId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** A change of keys finds everything that visits have sealed, and seals it anew where it belongs. */
@StoreTest
class VisitSealsTest {

    private static final String CARD = "abcdefghjkmnpqrs";
    private static final String VISIT = "visit-under-seal";
    private static final HouseholdId HOME = new HouseholdId("k7m2p9q4");

    private final DatabaseClient database;
    private final Vault old = new Vault(PrivacySettings.of(Keys.fresh()));
    private final Vault fresh = new Vault(PrivacySettings.of(Keys.fresh()));

    VisitSealsTest(DatabaseClient database) {
        this.database = database;
    }

    @Test
    void everySealedColumnIsFoundAndSealedAnew() {
        aVisitWithACard();
        var seals = new VisitSeals();

        for (SealedRows column : List.of(
                seals.visitWords(database),
                seals.visitConsentWords(database),
                seals.visitCards(database),
                seals.visitCardNotes(database))) {
            List<Row> rows =
                    Objects.requireNonNull(column.notSealedBy("zzzzzz", 10).block());
            assertThat(rows).as(column.column()).hasSize(1);
            Row row = rows.get(0);
            Sealed anew = fresh.seal(old.open(row.sealed(), row.context()), row.context());
            assertThat(column.replace(List.of(new Fresh(row, anew))).block())
                    .as(column.column())
                    .isEqualTo(1);
            assertThat(column.notSealedBy(anew.keyMark(), 10).block())
                    .as(column.column())
                    .isEmpty();
        }
    }

    private void aVisitWithACard() {
        run("""
                SELECT visit_keep(jsonb_build_object(
                           'record', jsonb_build_object(
                               'id', '%s', 'household', '%s', 'class', 'KEY', 'path', '/q/c/g/b/', 'by', 1,
                               'at', huiyin_now(), 'minutes', 1, 'way', 'ONLINE', 'outcome', 'MET', 'content', 'x',
                               'photos', '[]'::jsonb),
                           'revised', false, 'sealed', '%s', 'cards', '[]'::jsonb, 'writings', '[]'::jsonb,
                           'consent', jsonb_build_object(
                               'current', true,
                               'after', jsonb_build_object(
                                   'household', '%2$s', 'path', '/q/c/g/b/', 'state', 'AGREED', 'at', huiyin_now(),
                                   'by', 1, 'round', 0, 'version', 1),
                               'event', jsonb_build_object(
                                   'at', huiyin_now(), 'by', 1, 'part', 'STAFF', 'deed', 'AGREE', 'way', 'IN_PERSON',
                                   'from_state', 'TOLD', 'to_state', 'AGREED', 'round', 0, 'second_try', false,
                                   'by_itself', false, 'sealed', '%4$s'))))
                """.formatted(
                VISIT, HOME, sealed(VisitRecords.context(new VisitId(VISIT))), sealed(Consents.context(HOME, 1))));
        run("""
                SELECT visit_card_open(jsonb_build_object(
                           'card', '%s', 'source', 'PHONE', 'household', '%s', 'path', '/q/c/g/b/', 'colour', 'RED',
                           'opened_by', 1, 'by_name', '陈立夏', 'writings', '[]'::jsonb, 'sealed', '%s'))
                """.formatted(CARD, HOME, sealed("visit-card/" + CARD)));
        run("""
                SELECT visit_card_move(jsonb_build_object(
                           'card', '%s', 'version', 1, 'move', 'DONE', 'to', 'DONE', 'colour', 'RED', 'by', 1,
                           'by_name', '陈立夏', 'writings', '[]'::jsonb, 'sealed', '%s'))
                """.formatted(CARD, sealed("visit-card/" + CARD + "/2")));
    }

    private String sealed(String context) {
        return old.seal("不能躺着让人看的话", context).value();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }
}

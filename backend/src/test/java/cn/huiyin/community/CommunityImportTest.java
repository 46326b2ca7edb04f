package cn.huiyin.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import cn.huiyin.snapshot.Snapshot;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@StoreTest
class CommunityImportTest {

    private final TestDatabase database;
    private final AtlasStore store;
    private final Community community;
    private final CommunityImport doorway;

    CommunityImportTest(TestDatabase database) {
        this.database = database;
        store = new AtlasStore(database.client(), JsonMapper.shared());
        community = new Community(new Snapshot<>("atlas", store.version(), store.read()));
        doorway = new CommunityImport(community, store);
    }

    @BeforeEach
    void theDemoStreetIsThere() {
        community.refresh().block();
        doorway.take(DemoStreet.document(), 0).block();
    }

    @Test
    void whatWasTakenIsSeenAtOnceAndByOtherReplicas() {
        assertThat(community.atlas().places()).hasSize(85);
        assertThat(store.read().block().value().units())
                .containsExactlyElementsOf(DemoStreet.atlas().units());
        assertThat(store.read().block().value().places())
                .containsExactlyElementsOf(DemoStreet.atlas().places());
    }

    @Test
    void theSameDocumentTwiceChangesNothing() {
        assertThat(doorway.take(DemoStreet.document(), 0).block()).isEqualTo(new CommunityImport.Imported(85, 8, 0));
        assertThat(community.atlas().places())
                .containsExactlyElementsOf(DemoStreet.atlas().places());
    }

    @Test
    void aPlaceThatIsNoLongerNamedIsRemoved() {
        var places = DemoStreet.document().places().stream()
                .filter(place -> !"qinghe-c4-g4-b4".equals(place.id()))
                .toList();

        var imported = doorway.take(
                        new CommunityDocument(places, DemoStreet.document().units()), 0)
                .block();

        assertThat(imported.removed()).isEqualTo(1);
        assertThat(community.atlas().place(new PlaceId("qinghe-c4-g4-b4"))).isEmpty();
    }

    @Test
    void aPlaceThatSomethingHangsOnIsNotRemovedAndNothingElseChanges() {
        database.execute(
                "CREATE TABLE hanging (place_id text REFERENCES place (id))",
                "INSERT INTO hanging VALUES ('qinghe-c4-g4-b3')");
        var places = DemoStreet.document().places().stream()
                .filter(place -> !"qinghe-c4-g4-b3".equals(place.id()))
                .toList();

        assertThatThrownBy(() -> doorway.take(new CommunityDocument(places, List.of()), 0)
                        .block())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("PLACE_IN_USE"));
        assertThat(store.read().block().value().units()).hasSize(8);
    }

    @Test
    void aWrongDocumentIsRefusedWithItsEntriesNamed() {
        assertThatThrownBy(
                        () -> doorway.take(new CommunityDocument(null, null), 0).block())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(422));
    }

    @Test
    void anImportIsAudited() {
        var subjects = database.client()
                .sql("SELECT subject FROM audit_entry WHERE kind = 'STREETS_IMPORTED'")
                .map(row -> row.get("subject", String.class))
                .all()
                .collectList()
                .block();

        assertThat(subjects).contains("qinghe");
    }
}

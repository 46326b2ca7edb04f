package cn.huiyin.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class CategoryStoreTest {

    private final CategoryStore store;
    private final Categories categories;
    private final Catalogue catalogue;

    CategoryStoreTest(DatabaseClient database) {
        store = new CategoryStore(database);
        var snapshot = new Snapshot<>("catalogue", store.version(), store.read());
        catalogue = snapshot.refresh().block();
        categories = new Categories(snapshot, store);
    }

    @Test
    void thereAreTheSixTopCategoriesOfTheSourceEachWithFiveToNineSubItems() {
        assertThat(catalogue.tops())
                .extracting(Category::name)
                .containsExactly("设施维护", "环境卫生", "邻里关系", "公共安全", "政策咨询", "其他");
        assertThat(catalogue.tops())
                .allSatisfy(top -> assertThat(catalogue.under(top.code())).hasSizeBetween(5, 9));
    }

    @Test
    void aDangerToPeopleIsUrgentByItself() {
        assertThat(catalogue.find("SAFETY.GAS"))
                .get()
                .extracting(Category::urgency)
                .isEqualTo(Urgency.URGENT);
        assertThat(catalogue.find("FACILITY.STREET_LIGHT"))
                .get()
                .extracting(Category::urgency, Category::handling, Category::top)
                .containsExactly(Urgency.NORMAL, HandlingKind.IMMEDIATE, "FACILITY");
    }

    @Test
    void eachCategorySaysHowToDescribeAMatter() {
        assertThat(catalogue.all())
                .allSatisfy(category -> assertThat(category.guide()).endsWith("。"));
    }

    @Test
    void aNewSubItemIsSeenAtOnceAndByOtherReplicas() {
        var before = store.version().block();

        categories.put("OTHER.PARCELS", parcels("快递柜"), 7).block();

        assertThat(categories.find("OTHER.PARCELS"))
                .get()
                .extracting(Category::name)
                .isEqualTo("快递柜");
        assertThat(store.version().block()).isGreaterThan(before);
        assertThat(store.read().block().value().find("OTHER.PARCELS")).isEqualTo(categories.find("OTHER.PARCELS"));
    }

    @Test
    void aSubItemThatIsNoLongerOfferedIsStillFound() {
        var closed = new SubItem("快递", "说清是哪个柜子。", Urgency.NORMAL, HandlingKind.IMMEDIATE, false);

        categories.put("OTHER.CLOSED", closed, 7).block();

        assertThat(categories.find("OTHER.CLOSED"))
                .get()
                .extracting(Category::active)
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FACILITY", "NOTHING.SUCH", "facility.lift", "OTHER.", "", "OTHER.A.B"})
    void onlySubItemsOfKnownTopCategoriesCanBeChanged(String code) {
        assertThatThrownBy(() -> categories.put(code, parcels("快递柜"), 7).block())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(404));
    }

    @Test
    void wordsThatAreMissingOrTooLongAreNamed() {
        var wrong = new SubItem("快".repeat(21), " ", null, null, null);

        assertThatThrownBy(() -> categories.put("OTHER.PARCELS", wrong, 7).block())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting(Fault::field)
                                .containsExactly("name", "guide", "urgency", "handling"));
    }

    private static SubItem parcels(String name) {
        return new SubItem(name, "说清是哪个柜子。", Urgency.NORMAL, HandlingKind.IMMEDIATE, null);
    }
}

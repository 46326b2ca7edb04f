package cn.huiyin.classification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.StoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class CategoryStoreTest {

    private final Catalogue catalogue;

    CategoryStoreTest(DatabaseClient database) {
        catalogue = new CategoryStore(database).read().block().value();
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
}

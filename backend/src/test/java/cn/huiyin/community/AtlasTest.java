package cn.huiyin.community;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AtlasTest {

    private final Atlas qinghe = DemoStreet.atlas();

    @Test
    void theDemoStreetHasFourCommunitiesSixteenGridsAndSixtyFourBuildings() {
        assertThat(qinghe.streets()).hasSize(1);
        assertThat(countOf(PlaceKind.COMMUNITY)).isEqualTo(4);
        assertThat(countOf(PlaceKind.GRID)).isEqualTo(16);
        assertThat(countOf(PlaceKind.BUILDING)).isEqualTo(64);
    }

    private long countOf(PlaceKind kind) {
        return qinghe.places().stream().filter(place -> place.kind() == kind).count();
    }

    @Test
    void aPathLeadsFromTheStreetToTheBuilding() {
        assertThat(pathOf("qinghe-c1-g2-b3")).hasToString("/qinghe/qinghe-c1/qinghe-c1-g2/qinghe-c1-g2-b3/");
        assertThat(qinghe.inWords(pathOf("qinghe-c1-g2-b3"))).isEqualTo("青禾街道 听雨社区 听雨二网格 7号楼");
    }

    @Test
    void childrenComeInTheOrderOfTheDocument() {
        assertThat(qinghe.children(new PlaceId("qinghe-c2")))
                .extracting(place -> place.id().value())
                .containsExactly("qinghe-c2-g1", "qinghe-c2-g2", "qinghe-c2-g3", "qinghe-c2-g4");
    }

    @Test
    void facilitiesAreThePropertyCompanysAndDisputesTheOwnCommitteesBusiness() {
        assertThat(unitFor("FACILITY.STREET_LIGHT", "qinghe-c3-g1-b1")).isEqualTo("qinghe-property");
        assertThat(unitFor("NEIGHBOUR.NOISE", "qinghe-c3-g1-b1")).isEqualTo("qinghe-c3-committee");
        assertThat(unitFor("POLICY", "qinghe-c3")).isEqualTo("qinghe-office");
    }

    @Test
    void aDutyForTheSubItemGoesBeforeOneForItsTopCategory() {
        assertThat(unitFor("FACILITY.WATER_SUPPLY", "qinghe-c1-g1")).isEqualTo("qinghe-water");
        assertThat(unitFor("FACILITY.WATER", "qinghe-c1-g1")).isEqualTo("qinghe-property");
    }

    @Test
    void whatNobodyAnswersForHasNoUnit() {
        assertThat(qinghe.unitFor("WEATHER", pathOf("qinghe-c1"))).isEmpty();
        assertThat(qinghe.unitFor("NEIGHBOUR", pathOf("qinghe"))).isEmpty();
    }

    @Test
    void escalationClimbsFromTheCommitteeToTheOfficeToTheDepartment() {
        var office = qinghe.unitAbove(new UnitId("qinghe-c1-committee")).orElseThrow();
        assertThat(office.id()).hasToString("qinghe-office");
        assertThat(qinghe.unitAbove(office.id())).map(unit -> unit.id().value()).contains("qinghe-urban");
        assertThat(qinghe.unitAbove(new UnitId("qinghe-urban"))).isEmpty();
    }

    @Test
    void aPointInsideAGridsBorderIsInThatGrid() {
        assertThat(gridAt(83.2062, 39.1061)).isEqualTo("qinghe-c1-g1");
    }

    @Test
    void aPointBesideABuildingCountsAsItsGridAndOneFarAwayAsNone() {
        assertThat(gridAt(83.1990, 39.1020)).isEqualTo("qinghe-c1-g1");
        assertThat(qinghe.gridAt(83.19, 39.09)).isEmpty();
        assertThat(qinghe.gridAt(Double.NaN, 39.1)).isEmpty();
    }

    private PlacePath pathOf(String id) {
        return qinghe.pathOf(new PlaceId(id)).orElseThrow();
    }

    private String unitFor(String category, String place) {
        return qinghe.unitFor(category, pathOf(place)).orElseThrow().id().value();
    }

    private String gridAt(double lng, double lat) {
        return qinghe.gridAt(lng, lat).orElseThrow().id().value();
    }
}

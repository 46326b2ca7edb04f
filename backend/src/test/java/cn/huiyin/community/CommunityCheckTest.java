package cn.huiyin.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.CommunityDocument.PlaceEntry;
import cn.huiyin.community.CommunityDocument.UnitEntry;
import cn.huiyin.problem.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommunityCheckTest {

    private static final Atlas NOTHING = new Atlas(List.of(), List.of());

    @Test
    void theDemoStreetIsWhole() {
        assertThat(CommunityCheck.faults(DemoStreet.document(), NOTHING)).isEmpty();
        assertThat(CommunityCheck.faults(DemoStreet.document(), DemoStreet.atlas()))
                .isEmpty();
    }

    @Test
    void anEmptyDocumentIsRefused() {
        assertThat(fields(new CommunityDocument(null, null))).containsExactly("places");
    }

    @Test
    void aGridMustLieInACommunityOfTheDocument() {
        assertThat(faults(place("x-g1", PlaceKind.GRID, "nowhere", "一网格")))
                .contains(new Fault("places[85].parent", "地点 x-g1 的上级 nowhere 不对"));
        assertThat(faults(place("x-g1", PlaceKind.GRID, "qinghe", "一网格")))
                .extracting(Fault::field)
                .contains("places[85].parent");
    }

    @Test
    void eachFaultyEntryIsNamed() {
        assertThat(faults(place("Bad Id", PlaceKind.STREET, null, "街")))
                .extracting(Fault::field)
                .contains("places[85].id");
        assertThat(faults(place("qinghe", PlaceKind.STREET, null, "街")))
                .extracting(Fault::field)
                .contains("places[85].id");
        assertThat(faults(place("x", PlaceKind.STREET, null, " ")))
                .extracting(Fault::field)
                .contains("places[85].name");
        assertThat(faults(place("x", null, null, "街"))).extracting(Fault::field).contains("places[85].kind");
        assertThat(faults((PlaceEntry) null)).extracting(Fault::field).contains("places[85]");
    }

    @Test
    void aPlaceKeepsItsParent() {
        var known = DemoStreet.atlas();
        var places = new ArrayList<>(DemoStreet.document().places());
        places.replaceAll(place -> "qinghe-c1-g1-b1".equals(place.id())
                ? place(place.id(), PlaceKind.BUILDING, "qinghe-c2-g1", "1号楼")
                : place);

        assertThat(CommunityCheck.faults(new CommunityDocument(places, List.of()), known))
                .extracting(Fault::detail)
                .containsExactly("地点 qinghe-c1-g1-b1 不能换上级，请另用一个编号");
    }

    @Test
    void coordinatesAndBordersMustBeOnEarth() {
        var place = new PlaceEntry("x", PlaceKind.STREET, null, "街", 200.0, 39.0, List.of(new double[] {1, 2}));

        assertThat(faults(place)).extracting(Fault::field).contains("places[85].lng", "places[85].outline");
    }

    @Test
    void aUnitServesAKnownPlaceUnderAKnownUnitWithRealCategories() {
        assertThat(faults(unit("u", "nowhere", "nobody", "路灯")))
                .extracting(Fault::field)
                .contains("units[8].serves", "units[8].above", "units[8].duties");
    }

    @Test
    void unitsMayNotStandAboveEachOtherInACircle() {
        assertThat(faults(unit("a", "qinghe", "b"), unit("b", "qinghe", "a")))
                .extracting(Fault::detail)
                .contains("单位 a 的上级绕回了自己");
    }

    @Test
    void twoUnitsMayNotHoldTheSameDutyAtTheSamePlace() {
        assertThat(faults(unit("u", "qinghe", null, "POLICY")))
                .singleElement()
                .extracting(Fault::detail)
                .asString()
                .contains("POLICY");
    }

    private static PlaceEntry place(String id, PlaceKind kind, String parent, String name) {
        return new PlaceEntry(id, kind, parent, name, null, null, null);
    }

    private static UnitEntry unit(String id, String serves, String above, String... duties) {
        return new UnitEntry(id, UnitKind.DEPARTMENT, "某局", serves, above, Arrays.asList(duties));
    }

    private static List<String> fields(CommunityDocument document) {
        return CommunityCheck.faults(document, NOTHING).stream()
                .map(Fault::field)
                .toList();
    }

    private static List<Fault> faults(PlaceEntry more) {
        var places = new ArrayList<>(DemoStreet.document().places());
        places.add(more);
        return CommunityCheck.faults(
                new CommunityDocument(places, DemoStreet.document().units()), NOTHING);
    }

    private static List<Fault> faults(UnitEntry... more) {
        var units = new ArrayList<>(DemoStreet.document().units());
        units.addAll(List.of(more));
        return CommunityCheck.faults(new CommunityDocument(DemoStreet.document().places(), units), NOTHING);
    }
}

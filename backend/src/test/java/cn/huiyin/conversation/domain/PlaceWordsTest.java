package cn.huiyin.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.DemoStreet;
import cn.huiyin.community.PlacePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceWordsTest {

    private static final PlacePath WANGSHAN = new PlacePath("/qinghe/qinghe-c2/");

    private final PlaceWords words = new PlaceWords(DemoStreet.atlas());

    @ParameterizedTest
    @CsvSource({
        "听雨社区3号楼的灯坏了, qinghe-c1-g1-b3",
        "望山 十二栋 楼道堆东西, qinghe-c2-g3-b4",
        "映荷5幢, qinghe-c3-g2-b1",
        "暖阳社区１６号楼, qinghe-c4-g4-b4",
        "听雨二网格路口, qinghe-c1-g2"
    })
    void aPlaceIsFoundByTheNameItIsCalled(String said, String place) {
        assertThat(found(said, null)).containsExactly(place);
    }

    @Test
    void aNumberThatSeveralCommunitiesHaveIsTheOneNearHomeElseAQuestion() {
        assertThat(found("3号楼路灯坏了", WANGSHAN)).containsExactly("qinghe-c2-g1-b3");
        assertThat(found("3号楼路灯坏了", null))
                .containsExactly("qinghe-c1-g1-b3", "qinghe-c2-g1-b3", "qinghe-c3-g1-b3", "qinghe-c4-g1-b3");
        assertThat(found("听雨社区3号楼", WANGSHAN)).containsExactly("qinghe-c1-g1-b3");
    }

    @Test
    void twoIsNotTwelveAndAUnitIsNoBuilding() {
        assertThat(found("12号楼", WANGSHAN)).containsExactly("qinghe-c2-g3-b4");
        assertThat(found("2单元501", WANGSHAN)).isEmpty();
        assertThat(found("路口的灯", WANGSHAN)).isEmpty();
        assertThat(found("", null)).isEmpty();
    }

    private List<String> found(String said, @org.jspecify.annotations.Nullable PlacePath near) {
        return words.find(said, near).stream().map(place -> place.id().value()).toList();
    }
}

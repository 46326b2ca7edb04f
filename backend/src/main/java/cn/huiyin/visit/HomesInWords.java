package cn.huiyin.visit;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import org.springframework.stereotype.Component;

/** Homes as people call them: 听雨社区 听雨一网格 3号楼 2单元502. */
@Component
class HomesInWords {

    private final Community community;

    HomesInWords(Community community) {
        this.community = community;
    }

    String of(Household home) {
        return of(home.path()) + " " + home.room();
    }

    String of(PlacePath place) {
        return community.atlas().inWords(place);
    }
}

package cn.huiyin.visit;

import cn.huiyin.community.PlacePath;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Writing;
import org.jspecify.annotations.Nullable;

/**
 * What staff write and photograph for a household to see, as the content check takes it. What staff write for each other
 * alone is sealed and goes to nobody outside the house.
 *
 * @param subjectKind {@code visit-record} or {@code visit-card}
 */
record Writings(PlacePath path, String subjectKind, String subjectId, long author) {

    static final String OF_A_RECORD = "visit-record";
    static final String OF_A_CARD = "visit-card";

    private static final int COMMENT = 2;

    Writing words(String part, String words) {
        return of(part, words, null);
    }

    Writing file(String id) {
        return of(Marks.media(id), null, id);
    }

    private Writing of(String part, @Nullable String words, @Nullable String media) {
        return new Writing(
                path.street().value(), path.value(), subjectKind, subjectId, part, author, true, COMMENT, words, media);
    }
}

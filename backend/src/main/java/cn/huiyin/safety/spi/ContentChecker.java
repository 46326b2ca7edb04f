package cn.huiyin.safety.spi;

import reactor.core.publisher.Mono;

/** Somebody outside who judges content. Answers with a {@link Finding} for whatever goes wrong, within a time limit of its own. */
public interface ContentChecker {

    /** The longest text that may be asked about at once, in UTF-16 units. */
    int LONGEST = 2500;

    /** Judges a text at once. */
    Mono<Finding> text(Text asked);

    /** Takes a photo or voice; the judgement comes later. */
    Mono<Finding> media(Media asked);

    /**
     * A text.
     *
     * @param openid who wrote it, as the mini-program knows them
     * @param scene 1 a profile, 2 a comment, 3 a forum, 4 a diary
     * @param words at most {@link #LONGEST}
     */
    record Text(String openid, int scene, String words) {}

    /**
     * A photo or voice.
     *
     * @param url where it can be fetched without a login
     */
    record Media(String openid, int scene, Kind kind, String url) {}

    /** What is heard or seen. */
    enum Kind {
        VOICE,
        PHOTO
    }
}

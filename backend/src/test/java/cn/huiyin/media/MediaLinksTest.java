package cn.huiyin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.UriComponentsBuilder;

class MediaLinksTest {

    private static final String KEY = "a key of thirty-two characters.....";
    private static final MediaId PHOTO = new MediaId("0123456789abcdef0123456789abcdef");

    private Instant now = Instant.parse("2026-11-20T09:00:00Z");
    private final InstantSource clock = () -> now;
    private final MediaLinks links = new MediaLinks(KEY, Duration.ofMinutes(15), clock);

    @Test
    void aLinkHoldsForAWhileAndNotForEver() {
        String link = links.link(PHOTO);

        now = now.plus(Duration.ofMinutes(14));
        assertThat(holds(PHOTO, link)).isTrue();
        now = now.plus(Duration.ofMinutes(16));
        assertThat(holds(PHOTO, link)).isFalse();
    }

    @Test
    void theSameLinkComesOutForAWhileSoThatThePhonesCacheHits() {
        String link = links.link(PHOTO);
        now = now.plus(Duration.ofMinutes(10));

        assertThat(links.link(PHOTO)).isEqualTo(link);
    }

    @Test
    void aLinkOpensOnePhotoOnlyAndItsEndCannotBeMoved() {
        String link = links.link(PHOTO);
        String until = parameter(link, "until");

        assertThat(holds(new MediaId("ff23456789abcdef0123456789abcdef"), link)).isFalse();
        assertThat(links.holds(PHOTO, until + "0", parameter(link, "sig"))).isFalse();
        assertThat(links.holds(PHOTO, until, "")).isFalse();
        assertThat(links.holds(PHOTO, "", parameter(link, "sig"))).isFalse();
        assertThat(links.holds(PHOTO, "-1", "x")).isFalse();
        assertThat(new MediaLinks(null, Duration.ofMinutes(15), clock).holds(PHOTO, until, parameter(link, "sig")))
                .isFalse();
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new MediaLinks("short", Duration.ofMinutes(15), clock))
                .hasMessageContaining("huiyin.media.link-key")
                .hasMessageNotContaining("short");
    }

    private boolean holds(MediaId id, String link) {
        return links.holds(id, parameter(link, "until"), parameter(link, "sig"));
    }

    private static String parameter(String link, String name) {
        return UriComponentsBuilder.fromUriString(link).build().getQueryParams().getFirst(name);
    }
}

package cn.huiyin.community;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The invented street that tests and the rehearsal share. */
public final class DemoStreet {

    private DemoStreet() {}

    /** For {@link CommunityImport}. */
    public static CommunityDocument document() {
        try (InputStream json = DemoStreet.class.getResourceAsStream("/demo/street.json")) {
            return JsonMapper.shared().readValue(Objects.requireNonNull(json), CommunityDocument.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Atlas atlas() {
        return AtlasReading.read(document());
    }
}

package cn.huiyin.media.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Copies a file without what tells of its maker: position, device, time, comments. Pixels and sound stay bit for bit;
 * of all Exif only the orientation stays. What is not known to be harmless is left out.
 */
public interface Wash {

    /** For kinds that carry nothing worth washing. */
    Wash NONE = (from, to) -> {
        from.copyRest(to);
        return Optional.empty();
    };

    /**
     * @return the picture's size, empty for voice
     * @throws cn.huiyin.problem.Refusal where the file is not what its first bytes promise, or has too many pixels
     */
    Optional<Frame> wash(Cursor from, OutputStream to) throws IOException;
}

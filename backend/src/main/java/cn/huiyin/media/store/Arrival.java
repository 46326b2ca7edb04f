package cn.huiyin.media.store;

import cn.huiyin.media.domain.Frame;
import cn.huiyin.media.domain.Kind;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that has arrived and is fit to be kept.
 *
 * @param washed the file to keep
 * @param sent SHA-256 of what was sent, in hex: tells a repeated upload
 * @param sha256 of what is kept, in hex
 * @param frame null for voice
 */
public record Arrival(
        Kind kind,
        Path washed,
        long bytes,
        String sent,
        String sha256,
        @Nullable Frame frame) {}

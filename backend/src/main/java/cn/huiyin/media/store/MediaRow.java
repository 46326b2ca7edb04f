package cn.huiyin.media.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.media.Attachment;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.domain.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One upload as the database knows it.
 *
 * @param hidden not for everybody's eyes
 */
public record MediaRow(
        MediaId id,
        AccountId owner,
        Kind kind,
        long bytes,
        String sha256,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean attached,
        boolean hidden) {

    public Attachment attachment() {
        return new Attachment(id, kind.type().name(), kind.contentType(), bytes, width, height);
    }
}

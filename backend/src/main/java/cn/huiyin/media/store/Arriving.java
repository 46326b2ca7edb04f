package cn.huiyin.media.store;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import cn.huiyin.media.domain.Cursor;
import cn.huiyin.media.domain.Frame;
import cn.huiyin.media.domain.Kind;
import cn.huiyin.media.domain.Type;
import cn.huiyin.media.domain.Unfit;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file while it arrives, piece by piece; refused as soon as its first bytes or its length say so. */
final class Arriving {

    private final Path raw;
    private final Path washed;
    private final FileChannel channel;
    private final MessageDigest sent = sha256();
    private final byte[] head = new byte[Kind.HEAD];
    private long count;
    private @Nullable Kind kind;

    private Arriving(Path raw, Path washed) throws IOException {
        this.raw = raw;
        this.washed = washed;
        this.channel = FileChannel.open(raw, CREATE_NEW, WRITE);
    }

    static Arriving in(Path folder) throws IOException {
        String name = UUID.randomUUID().toString();
        return new Arriving(folder.resolve(name + ".raw"), folder.resolve(name + ".washed"));
    }

    void take(ByteBuffer piece) throws IOException {
        keepHead(piece.duplicate());
        count += piece.remaining();
        if (kind == null && count >= head.length) {
            kind = recognised();
        }
        Type type = kind == null ? Type.PHOTO : kind.type();
        if (count > type.limit()) {
            throw Unfit.tooLarge(type);
        }
        sent.update(piece.duplicate());
        while (piece.hasRemaining()) {
            channel.write(piece);
        }
    }

    private void keepHead(ByteBuffer piece) {
        if (count < head.length) {
            piece.get(head, (int) count, (int) Math.min(piece.remaining(), head.length - count));
        }
    }

    private Kind recognised() {
        return Kind.of(head).orElseThrow(() -> Unfit.wrongKind(head));
    }

    Arrival arrived() throws IOException {
        channel.close();
        if (count == 0) {
            throw Refusal.invalid(new Fault("file", "文件是空的，请重新选择"));
        }
        Kind found = kind == null ? recognised() : kind;
        MessageDigest kept = sha256();
        Optional<Frame> frame = wash(found, kept);
        return new Arrival(found, washed, Files.size(washed), hex(sent), hex(kept), frame.orElse(null));
    }

    private Optional<Frame> wash(Kind found, MessageDigest kept) throws IOException {
        try (InputStream from = Files.newInputStream(raw);
                OutputStream file = Files.newOutputStream(washed, CREATE_NEW, WRITE);
                OutputStream to = new BufferedOutputStream(new DigestOutputStream(file, kept), 64 * 1024)) {
            return found.wash().wash(new Cursor(from), to);
        }
    }

    void clear() throws IOException {
        channel.close();
        Files.deleteIfExists(raw);
        Files.deleteIfExists(washed);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

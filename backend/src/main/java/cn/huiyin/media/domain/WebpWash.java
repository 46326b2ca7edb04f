package cn.huiyin.media.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * WebP, chunk by chunk (RFC 9649). XMP and unknown chunks become junk of the same length, so that the file's length at
 * its front stays true; Exif becomes its orientation and zeros. Whatever follows the file's own end does not pass.
 */
final class WebpWash implements Wash {

    private static final int XMP_FLAG = 0x04;
    private static final int EXIF_READ = 64 * 1024;
    private static final String JUNK = "JUNK";
    private static final Set<String> HARMLESS = Set.of("VP8 ", "VP8L", "ANMF", "ICCP", "ANIM", "ALPH");
    private static final Set<String> PIXELS = Set.of("VP8 ", "VP8L", "ANMF");

    @Override
    public Optional<Frame> wash(Cursor from, OutputStream to) throws IOException {
        from.skip(4);
        long length = from.u32le();
        from.skip(4);
        head("RIFF", length, to);
        to.write(word("WEBP"));
        Frame frame = null;
        boolean pixels = false;
        for (long left = length - 4; left > 0; ) {
            String name = from.word(4);
            long size = from.u32le();
            long padded = size + (size & 1);
            left -= 8 + padded;
            if (left < 0) {
                throw Unfit.broken();
            }
            pixels |= PIXELS.contains(name);
            Frame said = pass(name, size, from, to);
            frame = frame == null ? said : frame;
            from.copy(size & 1, to);
        }
        if (frame == null || !pixels) {
            throw Unfit.broken();
        }
        return Optional.of(frame);
    }

    /** Copies one chunk; gives the size that it says, which is looked at even where the canvas has said another. */
    private static @Nullable Frame pass(String name, long size, Cursor from, OutputStream to) throws IOException {
        if (name.equals("VP8X")) {
            return canvas(size, from, to);
        }
        if (name.equals("VP8 ") || name.equals("VP8L")) {
            return picture(name, size, from, to);
        }
        if (name.equals("EXIF")) {
            exif(size, from, to);
        } else if (HARMLESS.contains(name)) {
            head(name, size, to);
            from.copy(size, to);
        } else {
            from.skip(size);
            head(JUNK, size, to);
            zeros(size, to);
        }
        return null;
    }

    private static Frame canvas(long size, Cursor from, OutputStream to) throws IOException {
        if (size != 10) {
            throw Unfit.broken();
        }
        byte[] extended = from.bytes(10);
        extended[0] &= (byte) ~XMP_FLAG;
        head("VP8X", size, to);
        to.write(extended);
        return new Frame(1 + u24(extended, 4), 1 + u24(extended, 7));
    }

    private static int u24(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
    }

    /** A picture without a VP8X in front says its size in its own first bytes. */
    private static Frame picture(String name, long size, Cursor from, OutputStream to) throws IOException {
        if (size < 10) {
            throw Unfit.broken();
        }
        byte[] begin = from.bytes(10);
        head(name, size, to);
        to.write(begin);
        from.copy(size - begin.length, to);
        ByteBuffer sizes = ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN);
        return name.equals("VP8 ")
                ? new Frame(sizes.getShort(6) & 0x3FFF, sizes.getShort(8) & 0x3FFF)
                : new Frame(1 + (sizes.getInt(1) & 0x3FFF), 1 + (sizes.getInt(1) >> 14 & 0x3FFF));
    }

    private static void exif(long size, Cursor from, OutputStream to) throws IOException {
        byte[] exif = from.bytes((int) Math.min(size, EXIF_READ));
        from.skip(size - exif.length);
        boolean prefixed = exif.length > 6 && exif[0] == 'E' && exif[1] == 'x';
        byte[] tiff = prefixed ? Arrays.copyOfRange(exif, 6, exif.length) : exif;
        byte[] kept = Orientation.only(tiff).filter(only -> only.length <= size).orElse(new byte[0]);
        head(kept.length == 0 ? JUNK : "EXIF", size, to);
        to.write(kept);
        zeros(size - kept.length, to);
    }

    private static void head(String name, long size, OutputStream to) throws IOException {
        to.write(word(name));
        to.write(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) size)
                .array());
    }

    private static void zeros(long length, OutputStream to) throws IOException {
        for (long left = length; left > 0; left -= 4096) {
            to.write(new byte[(int) Math.min(left, 4096)]);
        }
    }

    private static byte[] word(String name) {
        return name.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package cn.huiyin.media.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * PNG, chunk by chunk (W3C PNG 3). Texts, times, Exif, unknown chunks and whatever follows the end do not pass; nor does a
 * second header, which could say another size than the one that was looked at.
 */
final class PngWash implements Wash {

    private static final int SIGNATURE = 8;
    private static final int CRC = 4;
    private static final int EXIF_READ = 64 * 1024;

    private static final Set<String> HARMLESS = Set.of(
            "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD",
            "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT");

    @Override
    public Optional<Frame> wash(Cursor from, OutputStream to) throws IOException {
        from.copy(SIGNATURE, to);
        Frame frame = header(from, to);
        boolean pixels = false;
        while (true) {
            long length = from.u32();
            String name = from.word(4);
            pixels |= name.equals("IDAT");
            pass(name, length, from, to);
            if (name.equals("IEND")) {
                break;
            }
        }
        if (!pixels) {
            throw Unfit.broken();
        }
        return Optional.of(frame);
    }

    private static Frame header(Cursor from, OutputStream to) throws IOException {
        if (from.u32() != 13 || !from.word(4).equals("IHDR")) {
            throw Unfit.broken();
        }
        byte[] header = from.bytes(13);
        from.skip(CRC);
        ByteBuffer sizes = ByteBuffer.wrap(header);
        Frame frame = new Frame(sizes.getInt(0), sizes.getInt(4));
        write("IHDR", header, to);
        return frame;
    }

    private static void pass(String name, long length, Cursor from, OutputStream to) throws IOException {
        if (length > Integer.MAX_VALUE) {
            throw Unfit.broken();
        }
        if (name.equals("eXIf")) {
            byte[] exif = from.bytes((int) Math.min(length, EXIF_READ));
            from.skip(length - exif.length + CRC);
            writeIfAny(Orientation.only(exif), to);
        } else if (HARMLESS.contains(name)) {
            to.write(ByteBuffer.allocate(4).putInt((int) length).array());
            to.write(name.getBytes(StandardCharsets.ISO_8859_1));
            from.copy(length + CRC, to);
        } else {
            from.skip(length + CRC);
        }
    }

    private static void writeIfAny(Optional<byte[]> orientation, OutputStream to) throws IOException {
        if (orientation.isPresent()) {
            write("eXIf", orientation.get(), to);
        }
    }

    private static void write(String name, byte[] content, OutputStream to) throws IOException {
        byte[] word = name.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(word);
        crc.update(content);
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(word)
                .put(content);
        to.write(chunk.putInt((int) crc.getValue()).array());
    }
}

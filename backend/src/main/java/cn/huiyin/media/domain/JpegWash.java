package cn.huiyin.media.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JPEG, segment by segment (ITU T.81 annex B). Of the application segments only JFIF, the colour profile and Adobe's
 * colour transform pass; comments and whatever follows the end of the image (a second picture, a film) do not.
 */
final class JpegWash implements Wash {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;
    private static final int COM = 0xFE;
    private static final String EXIF = "Exif\0\0";

    /** Application segments that pass, by what they begin with. */
    private static final Map<Integer, String> HARMLESS = Map.of(0xE0, "JFIF\0", 0xE2, "ICC_PROFILE\0", 0xEE, "Adobe");

    @Override
    public Optional<Frame> wash(Cursor from, OutputStream to) throws IOException {
        if (from.next() != 0xFF || from.next() != SOI) {
            throw Unfit.broken();
        }
        mark(SOI, to);
        Frame frame = null;
        boolean scanned = false;
        int marker = nextMarker(from);
        while (marker != EOI) {
            if (isAlone(marker)) {
                mark(marker, to);
                marker = nextMarker(from);
                continue;
            }
            byte[] segment = from.bytes(segmentLength(from));
            frame = isFrame(marker) ? frameOf(segment) : frame;
            scanned |= marker == SOS && frame != null;
            pass(marker, segment, to);
            marker = marker == SOS ? copyScan(from, to) : nextMarker(from);
        }
        if (!scanned) {
            throw Unfit.broken();
        }
        mark(EOI, to);
        return Optional.ofNullable(frame);
    }

    private static int nextMarker(Cursor from) throws IOException {
        if (from.next() != 0xFF) {
            throw Unfit.broken();
        }
        return markerAfterFill(from);
    }

    private static int markerAfterFill(Cursor from) throws IOException {
        int marker = from.next();
        while (marker == 0xFF) {
            marker = from.next();
        }
        return marker;
    }

    /** TEM and the restart markers stand without a length. */
    private static boolean isAlone(int marker) {
        return marker == 0x01 || isRestart(marker);
    }

    private static boolean isRestart(int marker) {
        return marker >= 0xD0 && marker <= 0xD7;
    }

    private static int segmentLength(Cursor from) throws IOException {
        int length = from.u16() - 2;
        if (length < 0) {
            throw Unfit.broken();
        }
        return length;
    }

    /** SOF0 to SOF15; C4, C8 and CC are tables that sit between them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static Frame frameOf(byte[] segment) {
        if (segment.length < 6) {
            throw Unfit.broken();
        }
        ByteBuffer frame = ByteBuffer.wrap(segment);
        return new Frame(frame.getShort(3) & 0xFFFF, frame.getShort(1) & 0xFFFF);
    }

    private static void pass(int marker, byte[] segment, OutputStream to) throws IOException {
        if (marker == APP1 && begins(segment, EXIF)) {
            Optional<byte[]> kept = Orientation.only(Arrays.copyOfRange(segment, EXIF.length(), segment.length));
            if (kept.isPresent()) {
                write(APP1, concat(EXIF.getBytes(StandardCharsets.ISO_8859_1), kept.get()), to);
            }
        } else if (!isPrivate(marker, segment)) {
            write(marker, segment, to);
        }
    }

    private static boolean isPrivate(int marker, byte[] segment) {
        boolean application = marker >= 0xE0 && marker <= 0xEF;
        return marker == COM || (application && !begins(segment, HARMLESS.get(marker)));
    }

    private static boolean begins(byte[] segment, @Nullable String word) {
        return word != null
                && segment.length >= word.length()
                && word.equals(new String(segment, 0, word.length(), StandardCharsets.ISO_8859_1));
    }

    /** Copies coded pixels; gives the marker that ends them. */
    private static int copyScan(Cursor from, OutputStream to) throws IOException {
        while (true) {
            from.copyUpTo(0xFF, to);
            int marker = markerAfterFill(from);
            if (marker != 0 && !isRestart(marker)) {
                return marker;
            }
            mark(marker, to);
        }
    }

    private static void write(int marker, byte[] segment, OutputStream to) throws IOException {
        mark(marker, to);
        to.write((segment.length + 2) >> 8);
        to.write(segment.length + 2);
        to.write(segment);
    }

    private static void mark(int marker, OutputStream to) throws IOException {
        to.write(0xFF);
        to.write(marker);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}

package cn.huiyin.media.domain;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Which way up a picture is: the one thing of Exif that is kept. */
final class Orientation {

    private static final int TAG = 0x0112;
    private static final int SHORT = 3;

    private Orientation() {}

    /** A TIFF block with nothing but the orientation of the given one; empty where that is upright or unreadable. */
    static Optional<byte[]> only(byte[] tiff) {
        int orientation = read(ByteBuffer.wrap(tiff));
        return orientation < 2 || orientation > 8 ? Optional.empty() : Optional.of(write(orientation));
    }

    private static int read(ByteBuffer tiff) {
        if (tiff.limit() < 8) {
            return 0;
        }
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFFFFFFL;
        if (directory + 2 > tiff.limit()) {
            return 0;
        }
        int entries = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + 12L * i;
            if (entry + 12 > tiff.limit()) {
                return 0;
            }
            if ((tiff.getShort((int) entry) & 0xFFFF) == TAG && tiff.getShort((int) entry + 2) == SHORT) {
                return tiff.getShort((int) entry + 8) & 0xFFFF;
            }
        }
        return 0;
    }

    private static byte[] write(int orientation) {
        return ByteBuffer.allocate(26)
                .put(new byte[] {'M', 'M', 0, 42})
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG)
                .putShort((short) SHORT)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }
}

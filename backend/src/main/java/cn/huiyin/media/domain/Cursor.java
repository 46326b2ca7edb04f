package cn.huiyin.media.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Reads a file forward, in pieces; a file that ends too early is broken. */
public final class Cursor {

    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int at;
    private int end;

    public Cursor(InputStream in) {
        this.in = in;
    }

    boolean atEnd() throws IOException {
        return at == end && !fill();
    }

    int next() throws IOException {
        if (atEnd()) {
            throw Unfit.broken();
        }
        return buffer[at++] & 0xFF;
    }

    int u16() throws IOException {
        return next() << 8 | next();
    }

    long u32() throws IOException {
        return (long) u16() << 16 | u16();
    }

    long u32le() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    String word(int length) throws IOException {
        return new String(bytes(length), StandardCharsets.ISO_8859_1);
    }

    /** Only for lengths that were checked: the array is made at once. */
    byte[] bytes(int length) throws IOException {
        byte[] taken = new byte[length];
        for (int i = 0; i < length; ) {
            if (atEnd()) {
                throw Unfit.broken();
            }
            int piece = Math.min(length - i, end - at);
            System.arraycopy(buffer, at, taken, i, piece);
            at += piece;
            i += piece;
        }
        return taken;
    }

    void skip(long length) throws IOException {
        copy(length, OutputStream.nullOutputStream());
    }

    void copy(long length, OutputStream to) throws IOException {
        for (long left = length; left > 0; ) {
            if (atEnd()) {
                throw Unfit.broken();
            }
            int piece = (int) Math.min(left, end - at);
            to.write(buffer, at, piece);
            at += piece;
            left -= piece;
        }
    }

    void copyRest(OutputStream to) throws IOException {
        while (!atEnd()) {
            copy(end - at, to);
        }
    }

    /** Copies up to the next byte of this value, which is taken but not copied. */
    void copyUpTo(int stop, OutputStream to) throws IOException {
        while (true) {
            if (atEnd()) {
                throw Unfit.broken();
            }
            int from = at;
            while (at < end && (buffer[at] & 0xFF) != stop) {
                at++;
            }
            to.write(buffer, from, at - from);
            if (at < end) {
                at++;
                return;
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}

package cn.huiyin.media.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * M4A, box by box (ISO/IEC 14496-12). Boxes of user data, where recorders put a position, become free space of the same
 * length, so that no offset moves. A film is no voice.
 */
final class Mp4Wash implements Wash {

    private static final int MOVIE_LIMIT = 1024 * 1024;
    private static final Set<String> HARMLESS = Set.of("ftyp", "mdat", "free", "skip", "wide", "styp", "sidx", "moof");
    private static final Set<String> HOLDING = Set.of("trak", "mdia", "minf", "stbl");
    private static final Set<String> PRIVATE = Set.of("udta", "meta", "uuid");

    @Override
    public Optional<Frame> wash(Cursor from, OutputStream to) throws IOException {
        boolean movie = false;
        while (!from.atEnd()) {
            long length = from.u32();
            String name = from.word(4);
            movie |= name.equals("moov");
            if (length == 0 && HARMLESS.contains(name)) {
                head(length, name, to);
                from.copyRest(to);
            } else if (length < 8 || (name.equals("moov") && length > MOVIE_LIMIT)) {
                throw Unfit.broken();
            } else if (name.equals("moov")) {
                head(length, name, to);
                to.write(washed(from.bytes((int) length - 8)));
            } else if (HARMLESS.contains(name)) {
                head(length, name, to);
                from.copy(length - 8, to);
            } else {
                head(length, "free", to);
                from.skip(length - 8);
                zeros(length - 8, to);
            }
        }
        if (!movie) {
            throw Unfit.broken();
        }
        return Optional.empty();
    }

    private static byte[] washed(byte[] movie) {
        wash(movie, 0, movie.length, 0);
        return movie;
    }

    private static void wash(byte[] boxes, int from, int to, int depth) {
        int at = from;
        while (at + 8 <= to) {
            int length = ByteBuffer.wrap(boxes).getInt(at);
            String name = new String(boxes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (length < 8 || length > to - at) {
                throw Unfit.broken();
            }
            if (PRIVATE.contains(name)) {
                System.arraycopy("free".getBytes(StandardCharsets.ISO_8859_1), 0, boxes, at + 4, 4);
                Arrays.fill(boxes, at + 8, at + length, (byte) 0);
            } else if (name.equals("hdlr")) {
                refuseFilm(boxes, at, length);
            } else if (HOLDING.contains(name) && depth < 5) {
                wash(boxes, at + 8, at + length, depth + 1);
            }
            at += length;
        }
    }

    private static void refuseFilm(byte[] boxes, int at, int length) {
        boolean film = length >= 20 && new String(boxes, at + 16, 4, StandardCharsets.ISO_8859_1).equals("vide");
        if (film) {
            throw Unfit.wrongKind(new byte[0]);
        }
    }

    private static void head(long length, String name, OutputStream to) throws IOException {
        to.write(ByteBuffer.allocate(4).putInt((int) length).array());
        to.write(name.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void zeros(long length, OutputStream to) throws IOException {
        for (long left = length; left > 0; left -= 4096) {
            to.write(new byte[(int) Math.min(left, 4096)]);
        }
    }
}

package cn.huiyin.media.web;

import java.util.List;
import org.springframework.http.HttpRange;

/**
 * Which bytes were asked for, first and last included. Players ask for pieces; whoever asks for several at once gets
 * all.
 */
record Piece(long first, long last, long whole) {

    static Piece of(List<HttpRange> ranges, long whole) {
        if (ranges.size() != 1) {
            return new Piece(0, whole - 1, whole);
        }
        HttpRange range = ranges.get(0);
        return new Piece(range.getRangeStart(whole), range.getRangeEnd(whole), whole);
    }

    boolean isWhole() {
        return first == 0 && last == whole - 1;
    }

    boolean isNone() {
        return first >= whole || first > last;
    }

    long length() {
        return last - first + 1;
    }

    /** As the Content-Range header wants it. */
    String range() {
        return "bytes " + first + "-" + last + "/" + whole;
    }
}

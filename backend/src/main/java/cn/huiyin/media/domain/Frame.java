package cn.huiyin.media.domain;

/** A picture's size in pixels as stored, before any orientation. At most 50 megapixels, so that no phone chokes on it. */
public record Frame(int width, int height) {

    private static final long LIMIT = 50_000_000;

    public Frame {
        if (width <= 0 || height <= 0) {
            throw Unfit.broken();
        }
        if ((long) width * height > LIMIT) {
            throw Unfit.tooManyPixels();
        }
    }
}

package cn.huiyin.media.domain;

import static cn.huiyin.media.domain.Type.PHOTO;
import static cn.huiyin.media.domain.Type.VOICE;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What is kept, told apart by its first bytes: names and declared types are the sender's word only. */
public enum Kind {
    JPEG(PHOTO, "image/jpeg", "jpg", new JpegWash()) {
        @Override
        boolean begins(byte[] head) {
            return starts(head, 0, 0xFF, 0xD8, 0xFF);
        }
    },
    PNG(PHOTO, "image/png", "png", new PngWash()) {
        @Override
        boolean begins(byte[] head) {
            return starts(head, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        }
    },
    WEBP(PHOTO, "image/webp", "webp", new WebpWash()) {
        @Override
        boolean begins(byte[] head) {
            return says(head, 0, "RIFF") && says(head, 8, "WEBP");
        }
    },
    MP3(VOICE, "audio/mpeg", "mp3", Wash.NONE) {
        @Override
        boolean begins(byte[] head) {
            return says(head, 0, "ID3") || (frameSync(head, 0xE6, 0xE2) && (head[2] & 0xF0) != 0xF0);
        }
    },
    AAC(VOICE, "audio/aac", "aac", Wash.NONE) {
        @Override
        boolean begins(byte[] head) {
            return frameSync(head, 0xF6, 0xF0);
        }
    },
    M4A(VOICE, "audio/mp4", "m4a", new Mp4Wash()) {
        @Override
        boolean begins(byte[] head) {
            return says(head, 4, "ftyp")
                    && (says(head, 8, "M4A ") || says(head, 8, "mp4") || says(head, 8, "iso") || says(head, 8, "3gp"));
        }
    },
    AMR(VOICE, "audio/amr", "amr", Wash.NONE) {
        @Override
        boolean begins(byte[] head) {
            return says(head, 0, "#!AMR");
        }
    },
    SILK(VOICE, "audio/silk", "silk", Wash.NONE) {
        @Override
        boolean begins(byte[] head) {
            return says(head, 0, "#!SILK_V3") || says(head, 1, "#!SILK_V3");
        }
    };

    /** So many first bytes tell all kinds apart. */
    public static final int HEAD = 16;

    private final Type type;
    private final String contentType;
    private final String extension;
    private final Wash wash;

    Kind(Type type, String contentType, String extension, Wash wash) {
        this.type = type;
        this.contentType = contentType;
        this.extension = extension;
        this.wash = wash;
    }

    public static Optional<Kind> of(byte[] head) {
        return Arrays.stream(values()).filter(kind -> kind.begins(head)).findFirst();
    }

    /** An iPhone's own format, which neither a browser nor an Android phone shows. */
    public static boolean isHeic(byte[] head) {
        return says(head, 4, "ftyp") && (says(head, 8, "hei") || says(head, 8, "hev") || says(head, 8, "mif1"));
    }

    abstract boolean begins(byte[] head);

    public Type type() {
        return type;
    }

    public String contentType() {
        return contentType;
    }

    public String extension() {
        return extension;
    }

    public Wash wash() {
        return wash;
    }

    private static boolean frameSync(byte[] head, int mask, int value) {
        return head.length > 2 && (head[0] & 0xFF) == 0xFF && (head[1] & mask) == value;
    }

    private static boolean says(byte[] head, int at, String word) {
        byte[] bytes = word.getBytes(StandardCharsets.ISO_8859_1);
        return head.length >= at + bytes.length && Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
    }

    private static boolean starts(byte[] head, int at, int... bytes) {
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}

package cn.huiyin.media;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos and voice as phones make them, with and without a position in them. */
public final class Pictures {

    /** Stands for a position; must be in no file that is kept. */
    public static final String SECRET = "GPS-31.2304N-121.4737E";

    private Pictures() {}

    public static byte[] jpeg(int width, int height) {
        return image("jpg", width, height);
    }

    public static byte[] png(int width, int height) {
        return image("png", width, height);
    }

    /** A few pixels whose header says that there are so many: what a bomb looks like from outside. */
    public static byte[] pngOf(int width, int height) {
        byte[] small = png(8, 8);
        ByteBuffer.wrap(small).putInt(16, width).putInt(20, height);
        var crc = new CRC32();
        crc.update(small, 12, 17);
        ByteBuffer.wrap(small).putInt(29, (int) crc.getValue());
        return small;
    }

    /** The one pixel in a canvas of its size, and behind the canvas a picture of another. */
    public static byte[] webpOfTwoSizes(int width, int height) {
        var pixel = Arrays.copyOfRange(webp(), 20, webp().length);
        ByteBuffer.wrap(pixel).order(ByteOrder.LITTLE_ENDIAN).putInt(1, (width - 1) | (height - 1) << 14);
        byte[] extended = new byte[10];
        return riffChunk("RIFF", joined(bytes("WEBP"), riffChunk("VP8X", extended), riffChunk("VP8L", pixel)));
    }

    /** One pixel. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    private static byte[] image(String format, int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        for (int i = 0; i < 24; i++) {
            pen.setColor(new Color(i * 10, 255 - i * 10, (i * 37) % 255));
            pen.fillOval(i * width / 24, (i * 7) % 11 * height / 11, width / 5 + 1, height / 5 + 1);
        }
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static BufferedImage decoded(byte[] image) {
        try {
            return ImageIO.read(new ByteArrayInputStream(image));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With this segment right after the start. */
    public static byte[] jpegWith(byte[] jpeg, int marker, byte[] content) {
        var segment = ByteBuffer.allocate(4 + content.length)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content);
        return joined(Arrays.copyOf(jpeg, 2), segment.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** With this chunk right after the header. */
    public static byte[] pngWith(byte[] png, String name, byte[] content) {
        int header = 8 + 25;
        var crc = new CRC32();
        crc.update(bytes(name));
        crc.update(content);
        var chunk = ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(bytes(name))
                .put(content)
                .putInt((int) crc.getValue());
        return joined(Arrays.copyOf(png, header), chunk.array(), Arrays.copyOfRange(png, header, png.length));
    }

    /** The one pixel with a VP8X in front and Exif and XMP behind. */
    public static byte[] webpWithSecrets(int orientation) {
        var pixel = Arrays.copyOfRange(webp(), 12, webp().length);
        byte[] extended = {0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        var content = joined(
                bytes("WEBP"),
                riffChunk("VP8X", extended),
                pixel,
                riffChunk("EXIF", exif(orientation)),
                riffChunk("XMP ", bytes("<x>" + SECRET + "</x>")));
        return riffChunk("RIFF", content);
    }

    private static byte[] riffChunk(String name, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes(name))
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** A TIFF block as cameras write it: the maker, the orientation, and a pointer to the position. */
    public static byte[] exif(int orientation) {
        return ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + 64)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {'I', 'I', 42, 0})
                .putInt(8)
                .putShort((short) 3)
                .put(entry(0x010F, 2, 22, 50))
                .put(entry(0x0112, 3, 1, orientation))
                .put(entry(0x8825, 4, 1, 50))
                .putInt(0)
                .put(bytes(SECRET))
                .array();
    }

    private static byte[] entry(int tag, int type, int count, int value) {
        return ByteBuffer.allocate(12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(count)
                .putInt(value)
                .array();
    }

    /** One second of an MP3 that nobody hears: frames of 128 kbit/s, 44.1 kHz. */
    public static byte[] mp3(int bytes) {
        var sound = new byte[bytes];
        for (int at = 0; at + 4 < bytes; at += 417) {
            sound[at] = (byte) 0xFF;
            sound[at + 1] = (byte) 0xFB;
            sound[at + 2] = (byte) 0x90;
        }
        return sound;
    }

    /** An M4A of empty boxes with a position among its user data. */
    public static byte[] m4a(String handler) {
        var hdlr = box("hdlr", joined(new byte[8], bytes(handler), new byte[13]));
        var trak = box("trak", joined(box("mdia", hdlr), box("udta", bytes(SECRET))));
        var moov = box("moov", joined(trak, box("udta", bytes(SECRET))));
        return joined(
                box("ftyp", bytes("M4A \0\0\0\0M4A isom")),
                moov,
                box("uuid", bytes(SECRET)),
                box("mdat", new byte[300]));
    }

    private static byte[] box(String name, byte[] content) {
        return joined(ByteBuffer.allocate(4).putInt(8 + content.length).array(), bytes(name), content);
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] joined(byte[]... pieces) {
        var out = new ByteArrayOutputStream();
        for (var piece : pieces) {
            out.writeBytes(piece);
        }
        return out.toByteArray();
    }
}

package cn.huiyin.media.domain;

import static cn.huiyin.media.Pictures.SECRET;
import static cn.huiyin.media.Pictures.bytes;
import static cn.huiyin.media.Pictures.decoded;
import static cn.huiyin.media.Pictures.exif;
import static cn.huiyin.media.Pictures.joined;
import static cn.huiyin.media.Pictures.jpeg;
import static cn.huiyin.media.Pictures.jpegWith;
import static cn.huiyin.media.Pictures.m4a;
import static cn.huiyin.media.Pictures.mp3;
import static cn.huiyin.media.Pictures.png;
import static cn.huiyin.media.Pictures.pngWith;
import static cn.huiyin.media.Pictures.webp;
import static cn.huiyin.media.Pictures.webpWithSecrets;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.media.Pictures;
import cn.huiyin.problem.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WashTest {

    private Optional<Frame> frame = Optional.empty();

    @Test
    void aPositionInAJpegIsGoneAndEveryPixelStays() throws IOException {
        byte[] plain = jpeg(320, 200);
        byte[] secret = jpegWith(plain, 0xE1, joined(bytes("Exif\0\0"), exif(1)));

        byte[] washed = washed(secret);

        assertThat(text(secret)).contains(SECRET);
        assertThat(washed).isEqualTo(plain);
        assertThat(frame).contains(new Frame(320, 200));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 6, 8})
    void theOrientationOfAPhotoStays(int orientation) throws IOException {
        byte[] turned = jpegWith(jpeg(64, 48), 0xE1, joined(bytes("Exif\0\0"), exif(orientation)));

        byte[] washed = washed(turned);

        assertThat(text(washed)).doesNotContain(SECRET).contains("Exif");
        assertThat(Orientation.only(Arrays.copyOfRange(washed, 12, 38)).orElseThrow()[19])
                .isEqualTo((byte) orientation);
        assertThat(washed(washed)).isEqualTo(washed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xE1, 0xE2, 0xE3, 0xED, 0xEF, 0xFE, 0xE0})
    void noOtherSegmentCarriesAnythingOut(int marker) throws IOException {
        byte[] plain = jpeg(64, 48);

        assertThat(washed(jpegWith(plain, marker, bytes("http://ns.adobe.com/xap/1.0/\0" + SECRET))))
                .isEqualTo(plain);
    }

    @Test
    void theColoursOfAPhotoStay() throws IOException {
        byte[] profiled = jpegWith(jpeg(64, 48), 0xE2, bytes("ICC_PROFILE\0\1\1colours"));

        assertThat(washed(profiled)).isEqualTo(profiled);
    }

    @Test
    void whatFollowsThePhotoIsCutOff() throws IOException {
        byte[] plain = jpeg(64, 48);

        assertThat(washed(joined(plain, bytes("ftypmp4 motion photo " + SECRET))))
                .isEqualTo(plain);
    }

    @Test
    void aProgressiveJpegPassesUnchanged() throws IOException {
        var writer = javax.imageio.ImageIO.getImageWritersByFormatName("jpeg").next();
        var progressive = writer.getDefaultWriteParam();
        progressive.setProgressiveMode(javax.imageio.ImageWriteParam.MODE_DEFAULT);
        var out = new ByteArrayOutputStream();
        writer.setOutput(new javax.imageio.stream.MemoryCacheImageOutputStream(out) {
            @Override
            public void close() {}
        });
        writer.write(null, new javax.imageio.IIOImage(decoded(jpeg(300, 200)), null, null), progressive);
        ((javax.imageio.stream.ImageOutputStream) writer.getOutput()).flush();

        assertThat(washed(out.toByteArray())).isEqualTo(out.toByteArray());
    }

    @Test
    void textTimeAndExifOfAPngAreGoneAndEveryPixelStays() throws IOException {
        byte[] plain = png(120, 80);
        byte[] secret = pngWith(plain, "tEXt", bytes("Comment\0" + SECRET));
        secret = pngWith(secret, "eXIf", exif(1));
        secret = pngWith(secret, "prVt", bytes(SECRET));

        assertThat(washed(joined(secret, bytes(SECRET)))).isEqualTo(plain);
        assertThat(frame).contains(new Frame(120, 80));
        assertThat(decoded(washed(pngWith(plain, "eXIf", exif(6)))).getWidth()).isEqualTo(120);
        assertThat(text(washed(pngWith(plain, "eXIf", exif(6)))))
                .contains("eXIf")
                .doesNotContain(SECRET);
    }

    @Test
    void exifAndXmpOfAWebpAreGoneAndItsLengthStaysTrue() throws IOException {
        byte[] secret = webpWithSecrets(6);

        byte[] washed = washed(secret);

        assertThat(text(secret)).contains(SECRET);
        assertThat(text(washed)).doesNotContain(SECRET).doesNotContain("XMP").contains("EXIF");
        assertThat(washed).hasSameSizeAs(secret);
        assertThat(text(washed(webpWithSecrets(1)))).doesNotContain("EXIF");
        assertThat(washed(webp())).isEqualTo(webp());
        assertThat(frame).contains(new Frame(1, 1));
    }

    @Test
    void aPositionInAVoiceRecordingIsGone() throws IOException {
        byte[] secret = m4a("soun");

        assertThat(text(washed(secret))).doesNotContain(SECRET).contains("mdat");
        assertThat(washed(secret)).hasSameSizeAs(secret);
        assertThat(washed(mp3(5000))).isEqualTo(mp3(5000));
    }

    @Test
    void aFilmIsNoVoice() {
        assertThatThrownBy(() -> washed(m4a("vide"))).hasMessageContaining("MEDIA_KIND_REFUSED");
    }

    @Test
    void tooManyPixelsAreSeenWithoutDecodingThem() {
        byte[] bomb = jpeg(64, 48);
        int sof = text(bomb).indexOf("\u00ff\u00c0");
        bomb[sof + 5] = bomb[sof + 7] = (byte) 0xFF;

        assertThatThrownBy(() -> washed(bomb)).hasMessageContaining("MEDIA_TOO_MANY_PIXELS");
        assertThatThrownBy(() -> new Frame(50_000, 1_001)).hasMessageContaining("MEDIA_TOO_MANY_PIXELS");
        assertThat(new Frame(50_000, 1_000).width()).isEqualTo(50_000);
    }

    /** A second word on the size is either looked at or does not pass. */
    @Test
    void noPictureSaysOneSizeAndCarriesAnother() throws IOException {
        byte[] header = new byte[13];
        java.nio.ByteBuffer.wrap(header).putInt(0, 50_000).putInt(4, 50_000);
        byte[] twice = pngWith(png(64, 48), "IHDR", header);

        assertThat(text(washed(twice)).split("IHDR", -1)).hasSize(2);
        assertThatThrownBy(() -> washed(Pictures.pngOf(50_000, 50_000))).hasMessageContaining("MEDIA_TOO_MANY_PIXELS");
        assertThatThrownBy(() -> washed(Pictures.webpOfTwoSizes(16_000, 16_000)))
                .hasMessageContaining("MEDIA_TOO_MANY_PIXELS");
        assertThat(washed(Pictures.webpOfTwoSizes(1, 1))).isNotEmpty();
    }

    @Test
    void aFileThatIsCutOffIsBroken() {
        for (byte[] whole : new byte[][] {jpeg(64, 48), png(64, 48), webp(), webpWithSecrets(6)}) {
            for (int length = 16; length < whole.length; length += 1 + whole.length / 50) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> washed(cut)).hasMessageContaining("MEDIA_BROKEN");
            }
        }
    }

    @Test
    void noDamagedFileEndsInAnythingButARefusal() throws IOException {
        var dice = new Random(20261120);
        byte[][] whole = {
            jpegWith(jpeg(40, 30), 0xE1, joined(bytes("Exif\0\0"), exif(6))),
            png(40, 30),
            webpWithSecrets(3),
            m4a("soun"),
            mp3(900)
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = whole[i % whole.length].clone();
            for (int hit = 0; hit < 1 + i % 4; hit++) {
                damaged[12 + dice.nextInt(Math.min(400, damaged.length - 12))] = (byte) dice.nextInt();
            }
            try {
                washed(damaged);
            } catch (Refusal refused) {
                assertThat(refused.status()).isIn(415, 422);
            }
        }
    }

    @Test
    void kindsAreToldByContent() {
        assertThat(Kind.of(head(jpeg(8, 8)))).contains(Kind.JPEG);
        assertThat(Kind.of(head(png(8, 8)))).contains(Kind.PNG);
        assertThat(Kind.of(head(webp()))).contains(Kind.WEBP);
        assertThat(Kind.of(head(mp3(900)))).contains(Kind.MP3);
        assertThat(Kind.of(head(bytes("ID3\4\0\0\0\0\0\0")))).contains(Kind.MP3);
        assertThat(Kind.of(head(new byte[] {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80})))
                .contains(Kind.AAC);
        assertThat(Kind.of(head(m4a("soun")))).contains(Kind.M4A);
        assertThat(Kind.of(head(bytes("#!AMR\n")))).contains(Kind.AMR);
        assertThat(Kind.of(head(bytes("\2#!SILK_V3")))).contains(Kind.SILK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'>",
                "GIF89a",
                "%PDF-1.7",
                "PK\3\4",
                "<html>",
                "MZ",
                "\0\0\0"
            })
    void nothingElseIsTaken(String begin) {
        assertThat(Kind.of(head(bytes(begin)))).isEmpty();
    }

    @Test
    void anIphonesOwnFormatIsRefusedWithAWayOut() {
        assertThat(Unfit.wrongKind(head(bytes("\0\0\0\30ftypheic"))).detail()).contains("HEIC", "兼容性最佳");
    }

    private byte[] washed(byte[] file) throws IOException {
        var out = new ByteArrayOutputStream();
        var kind = Kind.of(head(file)).orElseThrow(() -> Unfit.wrongKind(head(file)));
        frame = kind.wash().wash(new Cursor(new ByteArrayInputStream(file)), out);
        return out.toByteArray();
    }

    private static byte[] head(byte[] file) {
        return Arrays.copyOf(file, Kind.HEAD);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}

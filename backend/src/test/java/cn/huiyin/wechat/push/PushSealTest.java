package cn.huiyin.wechat.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushSealTest {

    private static final String KEY = "A".repeat(43);
    private static final PushSeal SEAL =
            PushSeal.of("wxba5fad812f8e6fb9", "AAAAA", KEY).orElseThrow();

    /** The key, the salt and the answer of WeChat's own example of a reply. */
    @Test
    void itSealsAndSignsAsWechatsOwnExampleDoes() {
        var sealed = SEAL.seal("707722b803182950".getBytes(StandardCharsets.US_ASCII), "{\"demo_resp\":\"good luck\"}");

        assertThat(sealed)
                .isEqualTo("ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==");
        assertThat(SEAL.sign("1713424427", "415670741", sealed)).isEqualTo("1b9339964ed2e271e7c7b6ff2b0ef902fc94dea1");
        assertThat(SEAL.open(sealed)).contains("{\"demo_resp\":\"good luck\"}");
    }

    @Test
    void whatIsSealedIsOpenedWhateverItsLengthAndEachTimeItLooksDifferent() {
        for (int length = 0; length < 100; length++) {
            var text = "谢".repeat(length) + "😀]]>";
            assertThat(SEAL.open(SEAL.seal(text))).contains(text);
        }
        assertThat(SEAL.seal("hello")).isNotEqualTo(SEAL.seal("hello"));
    }

    @Test
    void onlyTheRightSignatureIsTaken() {
        var signature = SEAL.sign("1", "2", "3");

        assertThat(SEAL.isSigned(signature, "3", "1", "2")).isTrue();
        assertThat(SEAL.isSigned(signature.toUpperCase(java.util.Locale.ROOT), "1", "2", "3"))
                .isFalse();
        assertThat(SEAL.isSigned(signature.substring(1), "1", "2", "3")).isFalse();
        assertThat(SEAL.isSigned("", "1", "2", "3")).isFalse();
    }

    @Test
    void whatIsForAnotherAppOrByAnotherKeyStaysClosed() {
        var foreign = PushSeal.of("wx-another", "AAAAA", KEY).orElseThrow();
        var other = PushSeal.of("wxba5fad812f8e6fb9", "AAAAA", "B".repeat(43)).orElseThrow();

        assertThat(SEAL.open(foreign.seal("hello"))).isEmpty();
        assertThat(SEAL.open(other.seal("hello"))).isEmpty();
        // an app-id that only ends alike
        var longer = PushSeal.of("xwxba5fad812f8e6fb9", "AAAAA", KEY).orElseThrow();
        assertThat(SEAL.open(longer.seal("hello"))).isEmpty();
    }

    @Test
    void everyByteThatIsChangedIsNoticedOrChangesNothingButTheSalt() {
        var message = "{\"MsgType\":\"text\"}";
        var sealed = Base64.getDecoder().decode(SEAL.seal(message));
        for (int at = 0; at < sealed.length; at++) {
            var spoilt = sealed.clone();
            spoilt[at] ^= 1;
            var opened = SEAL.open(Base64.getEncoder().encodeToString(spoilt));
            // AES-CBC alone cannot tell; that is what the signature is for. It must not fail in any other way.
            assertThat(opened)
                    .satisfiesAnyOf(
                            none -> assertThat(none).isEmpty(),
                            some -> assertThat(some).isPresent());
        }
    }

    @Test
    void cutOffAtAnyPlaceItStaysClosed() {
        var sealed = SEAL.seal("{\"MsgType\":\"text\"}").replace("=", "");
        for (int length = 0; length < sealed.length(); length++) {
            assertThat(SEAL.open(sealed.substring(0, length))).isEmpty();
        }
    }

    @Test
    void textThatIsNotUtf8StaysClosed() {
        assertThat(SEAL.open(sealedBytes(new byte[] {(byte) 0xC4, (byte) 0xE3})))
                .isEmpty();
    }

    @Test
    void aKeyThatIsNoneIsNotTaken() {
        assertThat(PushSeal.of("wx", "t", "A".repeat(42))).isEqualTo(Optional.empty());
        assertThat(PushSeal.of("wx", "t", "*".repeat(43))).isEqualTo(Optional.empty());
    }

    private static String sealedBytes(byte[] text) {
        var app = "wxba5fad812f8e6fb9".getBytes(StandardCharsets.US_ASCII);
        var length = 20 + text.length + app.length;
        var plain = java.nio.ByteBuffer.allocate(64)
                .put(new byte[16])
                .putInt(text.length)
                .put(text)
                .put(app);
        while (plain.hasRemaining()) {
            plain.put((byte) (64 - length));
        }
        try {
            var key = Base64.getDecoder().decode(KEY + "=");
            var cipher = javax.crypto.Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    javax.crypto.Cipher.ENCRYPT_MODE,
                    new javax.crypto.spec.SecretKeySpec(key, "AES"),
                    new javax.crypto.spec.IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.huiyin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

    private static final String PHONE = "13900000001";

    private final Vault vault = vault(Keys.fresh());

    @Test
    void aSealedPhoneOpensOnlyWhereItBelongs() {
        Sealed sealed = vault.seal(PHONE, "account/1001/phone");

        assertThat(sealed.value()).doesNotContain("1390000");
        assertThat(vault.open(sealed, "account/1001/phone")).isEqualTo(PHONE);
        assertThatThrownBy(() -> vault.open(sealed, "account/1002/phone"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining(PHONE);
    }

    @Test
    void theSamePhoneIsSealedDifferentlyEachTimeAndStillFound() {
        assertThat(vault.seal(PHONE, "account/1001/phone")).isNotEqualTo(vault.seal(PHONE, "account/1001/phone"));
        assertThat(vault.blindIndex(PHONE, "account/phone"))
                .isEqualTo(vault.blindIndex(PHONE, "account/phone"))
                .isNotEqualTo(vault.blindIndex(PHONE, "household/phone"));
    }

    @Test
    void withoutTheKeyNobodyFindsAnybody() {
        Vault other = vault(Keys.fresh());

        assertThat(other.blindIndex(PHONE, "account/phone")).isNotEqualTo(vault.blindIndex(PHONE, "account/phone"));
        assertThatThrownBy(() -> other.open(vault.seal(PHONE, "a"), "a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theKeysMayLieInAFileAndSurviveARestart(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("keyset.json"), Keys.fresh());
        Sealed sealed = vault(file.toString()).seal(PHONE, "account/1001/phone");

        assertThat(vault(file.toString()).open(sealed, "account/1001/phone")).isEqualTo(PHONE);
    }

    @Test
    void theProgramDoesNotStartWithoutKeysAndDoesNotQuoteBadOnes() {
        assertThatThrownBy(() -> vault(null)).hasMessageContaining("huiyin.privacy.keyset is not set");
        assertThatThrownBy(() -> vault("{\"seal\":\"s3cret\"}")).hasMessageNotContaining("s3cret");
        assertThat(PrivacySettings.of("s3cret").toString()).doesNotContain("s3cret");
    }

    @Test
    void aMaskHidesWhatItDoesNotRecognise() {
        assertThat(Mask.phone(PHONE)).isEqualTo("139****0001");
        assertThat(Mask.phone("0000-00000000")).isEqualTo("****");
        assertThat(Mask.name("张小明")).isEqualTo("张**");
        assertThat(Mask.name("")).isEqualTo("**");
    }

    private static Vault vault(String keyset) {
        return new Vault(PrivacySettings.of(keyset));
    }
}

package cn.huiyin.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two keys of this deployment: one seals, one makes blind indexes.
 *
 * @param seal AES-256-GCM; may hold several keys, the primary one seals and all of them open
 * @param index HMAC-SHA256 as a pseudo-random function; only the primary key counts
 */
public record Keys(Aead seal, PrfSet index) {

    private static final JsonMapper JSON = new JsonMapper();

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Reads the setting: the JSON itself, or the path of a file that holds it. */
    public static Keys from(@Nullable String setting) {
        if (setting == null || setting.isBlank()) {
            throw new IllegalStateException(
                    "huiyin.privacy.keyset is not set: phone numbers cannot be sealed without it");
        }
        try {
            JsonNode both = JSON.readTree(
                    setting.stripLeading().startsWith("{") ? setting : Files.readString(Path.of(setting)));
            return new Keys(
                    handle(both, "seal").getPrimitive(RegistryConfiguration.get(), Aead.class),
                    handle(both, "index").getPrimitive(RegistryConfiguration.get(), PrfSet.class));
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // The cause could quote the keys, so only its kind is told.
            throw new IllegalStateException("huiyin.privacy.keyset cannot be read: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    /** A new pair of keys as the JSON that {@link #from} reads: for a first deployment, a rehearsal or a test. */
    public static String fresh() {
        return "{\"seal\":" + generate(PredefinedAeadParameters.AES256_GCM) + ",\"index\":"
                + generate(PredefinedPrfParameters.HMAC_SHA256_PRF) + "}";
    }

    private static String generate(Parameters parameters) {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeysetHandle handle(JsonNode both, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(both.required(name).toString(), InsecureSecretKeyAccess.get());
    }
}

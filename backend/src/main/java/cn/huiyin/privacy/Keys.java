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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The two keys of this deployment: one seals, one makes blind indexes.
 *
 * @param seal AES-256-GCM; may hold several keys, the primary one seals and all of them open
 * @param index HMAC-SHA256 as a pseudo-random function; only the primary key counts
 * @param primary mark of the key that seals, see {@link Sealed#keyMark()}
 * @param known marks of all keys that open
 */
public record Keys(Aead seal, PrfSet index, String primary, Set<String> known) {

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
            JsonNode both = JSON.readTree(isJson(setting) ? setting : Files.readString(Path.of(setting)));
            KeysetHandle seals = handle(both, "seal");
            return new Keys(
                    seals.getPrimitive(RegistryConfiguration.get(), Aead.class),
                    handle(both, "index").getPrimitive(RegistryConfiguration.get(), PrfSet.class),
                    mark(seals.getPrimary().getId()),
                    marks(seals));
        } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
            // The cause could quote the keys, so only its kind is told.
            throw new IllegalStateException("huiyin.privacy.keyset cannot be read: "
                    + unreadable.getClass().getSimpleName());
        }
    }

    static boolean isJson(String setting) {
        return setting.stripLeading().startsWith("{");
    }

    private static Set<String> marks(KeysetHandle seals) {
        Set<String> marks = new LinkedHashSet<>();
        for (int at = 0; at < seals.size(); at++) {
            marks.add(mark(seals.getAt(at).getId()));
        }
        return Set.copyOf(marks);
    }

    /** Tink begins each ciphertext with a version byte and the id of the key. */
    private static String mark(int id) {
        byte[] prefix = ByteBuffer.allocate(5).put((byte) 1).putInt(id).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(prefix).substring(0, Sealed.MARK);
    }

    /** A new pair of keys as the JSON that {@link #from} reads: for a first deployment, a rehearsal or a test. */
    public static String fresh() {
        return "{\"seal\":" + generate(PredefinedAeadParameters.AES256_GCM) + ",\"index\":"
                + generate(PredefinedPrfParameters.HMAC_SHA256_PRF) + "}";
    }

    /** First step of a rotation: one more key for sealing, which opens and does not seal yet. */
    public static String withOneMore(String keyset) {
        return changed(keyset, seals -> {
            KeysetHandle.Builder more = KeysetHandle.newBuilder(seals);
            more.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId());
            return more.build();
        });
    }

    /** Second step, once every replica knows the new key: the newest key seals from now on. */
    public static String promoted(String keyset) {
        return changed(keyset, seals -> {
            KeysetHandle.Builder promoted = KeysetHandle.newBuilder(seals);
            promoted.getAt(promoted.size() - 1).makePrimary();
            return promoted.build();
        });
    }

    /** Last step, once nothing is sealed by them any more: only the key that seals is left. */
    public static String withoutOld(String keyset) {
        return changed(keyset, seals -> {
            KeysetHandle.Builder left = KeysetHandle.newBuilder();
            left.addEntry(KeysetHandle.importKey(seals.getPrimary().getKey()).makePrimary());
            return left.build();
        });
    }

    private interface Step {
        KeysetHandle on(KeysetHandle seals) throws GeneralSecurityException;
    }

    private static String changed(String keyset, Step step) {
        try {
            JsonNode both = JSON.readTree(keyset);
            return "{\"seal\":" + written(step.on(handle(both, "seal"))) + ",\"index\":" + both.required("index") + "}";
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "the keyset cannot be changed: " + broken.getClass().getSimpleName());
        }
    }

    private static String generate(Parameters parameters) {
        try {
            return written(KeysetHandle.generateNew(parameters));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String written(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle handle(JsonNode both, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(both.required(name).toString(), InsecureSecretKeyAccess.get());
    }
}

package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalFolderTest {

    @TempDir
    Path path;

    @Test
    void aSecondRehearsalInTheSameFolderIsToldWhoHasIt() throws IOException {
        try (var first = RehearsalFolder.open(path)) {
            assertThatThrownBy(() -> RehearsalFolder.open(first.path()))
                    .isInstanceOf(CannotRehearse.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void portsAndKeysAreTheSameNextTime() throws IOException {
        int port;
        String keys;
        try (var folder = RehearsalFolder.open(path)) {
            port = folder.port("redis");
            keys = Files.readString(folder.keyset());
        }

        try (var again = RehearsalFolder.open(path)) {
            assertThat(again.port("redis")).isEqualTo(port);
            assertThat(again.keyset()).hasContent(keys);
        }
    }

    @Test
    void beginningAnewRemovesOnlyWhatARehearsalMade() throws IOException {
        try (var folder = RehearsalFolder.open(path)) {
            var keys = Files.readString(folder.keyset());
            var notOurs = Files.writeString(path.resolve("letter.txt"), "keep me");

            folder.clear();

            assertThat(notOurs).exists();
            assertThat(Files.readString(folder.keyset())).isNotEqualTo(keys);
        }
    }

    @Test
    void theFolderAndTheFreshStartCanBeSetFromOutside() {
        var options = RehearsalOptions.of(
                List.of(), Map.of("HUIYIN_REHEARSAL_DIR", "/srv/huiyin", "HUIYIN_FRESH", "1", "SERVER_PORT", "8090"));

        assertThat(options).isEqualTo(new RehearsalOptions(Path.of("/srv/huiyin"), true, 8090));
    }

    @Test
    void aPortThatIsNoNumberIsNamed() {
        assertThatThrownBy(() -> RehearsalOptions.of(List.of(), Map.of("SERVER_PORT", "eighty")))
                .isInstanceOf(CannotRehearse.class)
                .hasMessageContaining("eighty");
    }
}

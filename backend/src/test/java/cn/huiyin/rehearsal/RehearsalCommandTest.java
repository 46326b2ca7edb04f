package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's first command. It starts nothing where Maven finds several main classes and is not told which. */
class RehearsalCommandTest {

    private static final Pattern STARTED =
            Pattern.compile("<spring-boot\\.run\\.main-class>(.*)</spring-boot\\.run\\.main-class>");

    @Test
    void mavenIsToldWhichMainClassTheRehearsalIs() throws IOException {
        var started = STARTED.matcher(Files.readString(Path.of("pom.xml")));

        assertThat(started.find()).isTrue();
        assertThat(started.group(1)).isEqualTo(RehearsalApplication.class.getName());
    }
}

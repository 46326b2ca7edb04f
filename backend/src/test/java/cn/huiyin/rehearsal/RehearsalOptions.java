package cn.huiyin.rehearsal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the person who starts the rehearsal wants.
 *
 * @param folder where its data lives: {@code HUIYIN_REHEARSAL_DIR}, otherwise {@code .rehearsal} in the place where it
 *     is started
 * @param fresh begin anew, {@code --fresh} or {@code HUIYIN_FRESH=1}: everything in the folder is lost
 * @param port of the service, {@code SERVER_PORT}
 */
record RehearsalOptions(Path folder, boolean fresh, int port) {

    static RehearsalOptions of(List<String> arguments, Map<String, String> environment) {
        var folder = Path.of(environment.getOrDefault("HUIYIN_REHEARSAL_DIR", ".rehearsal"));
        var fresh = arguments.contains("--fresh")
                || List.of("1", "true", "yes")
                        .contains(environment.getOrDefault("HUIYIN_FRESH", "").toLowerCase());
        return new RehearsalOptions(
                folder.toAbsolutePath().normalize(), fresh, port(environment.getOrDefault("SERVER_PORT", "8080")));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new CannotRehearse("SERVER_PORT is not a number 不是端口号：" + text);
        }
    }
}

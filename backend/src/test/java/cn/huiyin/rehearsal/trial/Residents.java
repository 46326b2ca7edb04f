package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Invented people who ask over HTTP; half of them are reached by subscribe messages, half by the official account.
 *
 * @param count how many
 */
record Residents(int count) {

    private static final int GRANTS = 100_000;
    private static final List<String> TEMPLATES = List.of("rehearsal-progress", "rehearsal-visit");

    /** What they log in with. */
    String code(int number) {
        return "demo-trial-" + number;
    }

    /** WeChat's side of it, before WeChat's stand-in starts. */
    void tellWechat(Path journal) throws IOException {
        Files.createDirectories(journal.getParent());
        Files.write(
                journal,
                IntStream.range(0, count)
                        .filter(number -> number % 2 == 0)
                        .boxed()
                        .flatMap(number -> TEMPLATES.stream()
                                .map(template -> "{\"grant\":{\"openid\":\"o-%s\",\"template\":\"%s\",\"count\":%d}}"
                                        .formatted(code(number), template, GRANTS)))
                        .toList(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** Our side, once they have logged in. */
    void areReached(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    INSERT INTO official_account_follower (mp_openid, unionid)
                    SELECT 'mp-demo-trial-' || n, 'u-demo-trial-' || n
                      FROM generate_series(1, %d, 2) AS n
                    """.formatted(count - 1));
            for (var template : TEMPLATES) {
                statement.execute("""
                        INSERT INTO message_grant (account, template_id, remaining, last_answer)
                        SELECT id, '%s', %d, 'accept'
                          FROM account
                         WHERE miniapp_openid IN (SELECT 'o-demo-trial-' || n FROM generate_series(0, %d, 2) AS n)
                        """.formatted(template, GRANTS, count - 1));
            }
        }
    }
}

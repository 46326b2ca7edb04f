package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented people, half of whom are reached by subscribe messages (they gave grants, and WeChat knows it) and half by the
 * official account (they follow it). WeChat's side is written into the stand-in's journal before it starts.
 */
record Crowd(int people) {

    static final long FIRST = 5_000_000;

    private static final List<String> TEMPLATES = List.of("rehearsal-progress", "rehearsal-visit");
    private static final int GRANTS = 1000;

    /** Even numbers take subscribe messages, odd ones follow the official account. */
    long account(int person) {
        return FIRST + person;
    }

    void tellWechat(Path journal) throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < people; i += 2) {
            for (var template : TEMPLATES) {
                lines.add("{\"grant\":{\"openid\":\"o-crowd-%d\",\"template\":\"%s\",\"count\":%d}}"
                        .formatted(FIRST + i, template, GRANTS));
            }
        }
        Files.write(journal, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void settle(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("""
                    INSERT INTO account (id, display_name, miniapp_openid, unionid)
                    SELECT %1$d + n, '居民' || n, 'o-crowd-' || (%1$d + n), 'u-crowd-' || (%1$d + n)
                      FROM generate_series(0, %2$d) AS n
                    """.formatted(FIRST, people - 1));
            statement.execute("""
                    INSERT INTO official_account_follower (mp_openid, unionid)
                    SELECT 'mp-demo-crowd-' || (%1$d + n), 'u-crowd-' || (%1$d + n)
                      FROM generate_series(1, %2$d, 2) AS n
                    """.formatted(FIRST, people - 1));
            for (var template : TEMPLATES) {
                statement.execute("""
                        INSERT INTO message_grant (account, template_id, remaining, last_answer)
                        SELECT %1$d + n, '%3$s', %4$d, 'accept'
                          FROM generate_series(0, %2$d, 2) AS n
                        """.formatted(FIRST, people - 1, template, GRANTS));
            }
        }
    }
}

package cn.huiyin.safety.store;

import cn.huiyin.privacy.PersonalRows;
import cn.huiyin.privacy.PersonalRows.Told;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Words of a person that a check still holds. Those on their way are left: they go by themselves when they have passed. */
@Configuration(proxyBeanMethods = false)
class PersonalWords {

    private static final String EXPORT = """
            SELECT json_build_object('items', coalesce(json_agg(json_build_object(
                       'about', subject_kind || '/' || subject_id, 'words', words, 'state', state,
                       'at', shown_time(created_at)) ORDER BY id), '[]'))::text
              FROM (SELECT *
                      FROM content_check
                     WHERE author = ANY (account_ids(:account)) AND words IS NOT NULL
                     ORDER BY id DESC
                     LIMIT 2000) c
            """;

    private static final String FORGET = """
            UPDATE content_check
               SET words = '（已应本人要求删除）'
             WHERE author = ANY (account_ids(:account)) AND words IS NOT NULL AND state <> 'PENDING'
            """;

    @Bean
    PersonalData heldInChecks(DatabaseClient database) {
        return new PersonalRows(
                database, new Told("contentChecks", 22, EXPORT, List.of(FORGET), List.of("内容安全检查留存的文字已经删除。")));
    }
}

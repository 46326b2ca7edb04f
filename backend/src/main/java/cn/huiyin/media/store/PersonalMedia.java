package cn.huiyin.media.store;

import cn.huiyin.privacy.PersonalRows;
import cn.huiyin.privacy.PersonalRows.Told;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What was uploaded. What hangs on nothing is swept at the next round; what hangs on a ticket is part of its record. */
@Configuration(proxyBeanMethods = false)
class PersonalMedia {

    private static final String EXPORT = """
            SELECT json_build_object('items', coalesce(json_agg(json_build_object(
                       'id', id, 'kind', kind, 'bytes', bytes, 'ticket', ticket,
                       'uploadedAt', shown_time(created_at)) ORDER BY created_at), '[]'))::text
              FROM (SELECT * FROM media WHERE owner = ANY (account_ids(:account)) LIMIT 2000) m
            """;

    private static final List<String> ERASURES =
            List.of("""
            UPDATE media
               SET created_at = '-infinity'
             WHERE owner = ANY (account_ids(:account)) AND state = 'LOOSE'
            """, "UPDATE media SET owner = 0 WHERE owner = ANY (account_ids(:account)) AND state = 'ATTACHED'");

    @Bean
    PersonalData heldInMedia(DatabaseClient database) {
        return new PersonalRows(
                database,
                new Told("media", 40, EXPORT, ERASURES, List.of("没有随诉求提交的照片和语音会马上清理；随诉求提交的作为办理记录保留，不再记着是谁传的。")));
    }
}

package cn.huiyin.ticket.store;

import cn.huiyin.privacy.PersonalRows;
import cn.huiyin.privacy.PersonalRows.Told;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * What tickets hold on a person. A ticket is a record of public service and is kept, under the number of an account that
 * no longer says who it was; the words that person wrote in its timeline go, and its chain stays whole by their digests.
 */
@Configuration(proxyBeanMethods = false)
class PersonalTickets {

    private static final String EXPORT = """
            SELECT json_build_object('items', coalesce(json_agg(json_build_object(
                       'no', t.no, 'filedAt', shown_time(t.filed_at), 'stage', t.stage, 'description', t.description,
                       'placeDetail', t.place_detail, 'lng', t.lng, 'lat', t.lat, 'anonymous', t.anonymous,
                       'answer', t.answer, 'media', t.media,
                       'words', (SELECT json_agg(json_build_object('at', shown_time(e.at), 'move', e.move, 'note', e.note)
                                                 ORDER BY e.seq)
                                   FROM ticket_event e
                                  WHERE e.no = t.no AND e.by = t.reporter AND e.note IS NOT NULL))
                   ORDER BY t.filed_at), '[]'))::text
              FROM (SELECT * FROM ticket WHERE reporter = ANY (account_ids(:account)) ORDER BY filed_at DESC LIMIT 2000) t
            """;

    /** Numbers that somebody wrote into the text, and where exactly they live. */
    private static final String TICKETS = """
            UPDATE ticket
               SET description = regexp_replace(description, '[0-9][0-9 -]{5,}[0-9Xx]', '***', 'g'),
                   anonymous = true, place_detail = NULL, lng = NULL, lat = NULL
             WHERE reporter = ANY (account_ids(:account))
            """;

    private static final String WORDS = """
            UPDATE ticket_event
               SET note = NULL
             WHERE note IS NOT NULL
               AND by = ANY (account_ids(:account))
               AND no IN (SELECT no FROM ticket WHERE reporter = ANY (account_ids(:account)))
            """;

    @Bean
    PersonalData heldInTickets(DatabaseClient database) {
        return new PersonalRows(
                database,
                new Told(
                        "tickets",
                        20,
                        EXPORT,
                        List.of(TICKETS, WORDS),
                        List.of("您提交的诉求作为公共服务的办理记录依法保留，但不再显示是谁提的；内容里的电话、证件号码和详细位置已经抹去。", "您在诉求过程中写下的补充、催办和评价文字已经删除。")));
    }
}

package cn.huiyin.messaging.store;

import cn.huiyin.privacy.PersonalRows;
import cn.huiyin.privacy.PersonalRows.Told;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What messaging holds on a person: the inbox, grants, preferences, and what is still to be said. */
@Configuration(proxyBeanMethods = false)
class PersonalMessages {

    private static final String EXPORT = """
            SELECT json_build_object(
                       'inbox', (SELECT coalesce(json_agg(json_build_object(
                                            'occasion', i.occasion, 'sentence', i.sentence,
                                            'arrivedAt', shown_time(i.arrived_at), 'readAt', shown_time(i.read_at))
                                        ORDER BY i.id), '[]')
                                   FROM (SELECT * FROM inbox WHERE account = ANY (account_ids(:account))
                                          ORDER BY id DESC LIMIT 2000) i),
                       'grants', (SELECT coalesce(json_agg(json_build_object(
                                             'template', template_id, 'remaining', remaining, 'lastAnswer', last_answer,
                                             'changedAt', shown_time(changed_at))), '[]')
                                    FROM message_grant WHERE account = ANY (account_ids(:account))),
                       'preferences', (SELECT coalesce(json_agg(json_build_object(
                                                  'quietFrom', quiet_from, 'quietTo', quiet_to, 'daily', daily,
                                                  'leftOut', left_out)), '[]')
                                         FROM message_preference WHERE account = ANY (account_ids(:account))))::text
            """;

    private static final List<String> ERASURES = List.of(
            "DELETE FROM inbox WHERE account = ANY (account_ids(:account))",
            "DELETE FROM message_grant WHERE account = ANY (account_ids(:account))",
            "DELETE FROM message_preference WHERE account = ANY (account_ids(:account))",
            "DELETE FROM message_today WHERE account = ANY (account_ids(:account))",
            "DELETE FROM employee_binding WHERE account = ANY (account_ids(:account))",
            """
            UPDATE outbox
               SET facts = '{}',
                   state = CASE WHEN state = 'WAITING' THEN 'WITHDRAWN' ELSE state END,
                   last_error = CASE WHEN state = 'WAITING' THEN '账号已注销' ELSE last_error END,
                   finished_at = coalesce(finished_at, huiyin_now())
             WHERE recipient = ANY (account_ids(:account))
            """,
            """
            DELETE FROM service_window
             WHERE mp_openid IN (SELECT mp_openid FROM account_contacts(account_ids(:account)) WHERE mp_openid IS NOT NULL)
            """);

    @Bean
    PersonalData heldInMessages(DatabaseClient database) {
        return new PersonalRows(
                database, new Told("messages", 30, EXPORT, ERASURES, List.of("站内消息、订阅授权和消息偏好已经删除，还没发出的消息不再发送。")));
    }
}

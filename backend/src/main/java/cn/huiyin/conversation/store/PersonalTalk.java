package cn.huiyin.conversation.store;

import cn.huiyin.privacy.PersonalRows;
import cn.huiyin.privacy.PersonalRows.Told;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is remembered of a talk with a person; it is forgotten by itself after a while. */
@Configuration(proxyBeanMethods = false)
class PersonalTalk {

    private static final String WHOSE = """
            person IN (SELECT encode(sha256(convert_to(mp_openid, 'UTF8')), 'hex')
                         FROM account_contacts(account_ids(:account))
                        WHERE mp_openid IS NOT NULL)
            """;

    private static final String EXPORT = """
            SELECT json_build_object('remembered', coalesce(json_agg(memory), '[]'))::text
              FROM conversation
             WHERE %s
            """.formatted(WHOSE);

    @Bean
    PersonalData heldInTalk(DatabaseClient database) {
        return new PersonalRows(
                database,
                new Told(
                        "conversation",
                        31,
                        EXPORT,
                        List.of(
                                "DELETE FROM conversation_answer WHERE " + WHOSE,
                                "DELETE FROM conversation WHERE " + WHOSE),
                        List.of("公众号里的对话记忆和没有提交的草稿已经删除。")));
    }
}

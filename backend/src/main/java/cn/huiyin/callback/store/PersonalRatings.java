package cn.huiyin.callback.store;

import cn.huiyin.privacy.PersonalRows;
import cn.huiyin.privacy.PersonalRows.Told;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What ratings hold on a person: the words go, the figures stay for the statistics. */
@Configuration(proxyBeanMethods = false)
class PersonalRatings {

    private static final String EXPORT = """
            SELECT json_build_object('items', coalesce(json_agg(json_build_object(
                       'ticket', ticket_no, 'round', round, 'resolved', resolved, 'score', score, 'comment', comment,
                       'givenAt', shown_time(given_at)) ORDER BY given_at), '[]'))::text
              FROM (SELECT * FROM callback WHERE given_by = ANY (account_ids(:account)) LIMIT 2000) c
            """;

    private static final String FORGET =
            "UPDATE callback SET comment = NULL WHERE given_by = ANY (account_ids(:account))";

    @Bean
    PersonalData heldInRatings(DatabaseClient database) {
        return new PersonalRows(
                database, new Told("ratings", 21, EXPORT, List.of(FORGET), List.of("您评价时写的话已经删除，分数保留用于统计。")));
    }
}

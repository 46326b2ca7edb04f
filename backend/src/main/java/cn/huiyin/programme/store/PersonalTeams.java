package cn.huiyin.programme.store;

import cn.huiyin.privacy.PersonalRows;
import cn.huiyin.privacy.PersonalRows.Told;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What programmes hold on a person: the teams that they are in. */
@Configuration(proxyBeanMethods = false)
class PersonalTeams {

    private static final int TURN = 20;

    private static final String EXPORT = """
            SELECT json_build_object('teams', coalesce(json_agg(json_build_object(
                       'community', split_part(t.place, '/', 3), 'part', m ->> 'part', 'qualifications', m -> 'qualifications')), '[]'))::text
              FROM programme_team t
             CROSS JOIN LATERAL jsonb_array_elements(t.members) AS m
             WHERE (m ->> 'account')::bigint = ANY (account_ids(:account))
            """;

    private static final String LEAVE = """
            UPDATE programme_team t
               SET members = (SELECT coalesce(jsonb_agg(m), '[]')
                                FROM jsonb_array_elements(t.members) AS m
                               WHERE (m ->> 'account')::bigint <> ALL (account_ids(:account))),
                   version = version + 1
             WHERE EXISTS (SELECT FROM jsonb_array_elements(t.members) AS m
                            WHERE (m ->> 'account')::bigint = ANY (account_ids(:account)))
            """;

    @Bean
    PersonalData visitTeams(DatabaseClient database) {
        return new PersonalRows(database, new Told("visitTeams", TURN, EXPORT, List.of(LEAVE), List.of("您已从走访队伍里移除。")));
    }
}

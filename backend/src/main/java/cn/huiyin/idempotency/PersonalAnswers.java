package cn.huiyin.idempotency;

import cn.huiyin.privacy.PersonalRows;
import cn.huiyin.privacy.PersonalRows.Told;
import cn.huiyin.privacy.spi.PersonalData;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Answers kept for a repeated request may quote what somebody wrote; they go after a day or two anyway. */
@Configuration(proxyBeanMethods = false)
class PersonalAnswers {

    private static final String EXPORT = """
            SELECT json_build_object('keptAnswers', count(*))::text
              FROM kept_answer
             WHERE caller = ANY (account_ids(:account))
            """;

    @Bean
    PersonalData personalKeptAnswers(DatabaseClient database) {
        return new PersonalRows(
                database,
                new Told(
                        "requests",
                        50,
                        EXPORT,
                        List.of("DELETE FROM kept_answer WHERE caller = ANY (account_ids(:account))"),
                        List.of("为防止重复提交而暂存的回答已经删除。")));
    }
}

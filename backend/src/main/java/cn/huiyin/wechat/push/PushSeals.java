package cn.huiyin.wechat.push;

import cn.huiyin.privacy.SealedColumn;
import cn.huiyin.privacy.SealedColumn.Table;
import cn.huiyin.privacy.spi.SealedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The sealed words of pushes that are still needed, for a change of keys. */
@Configuration(proxyBeanMethods = false)
class PushSeals {

    @Bean
    SealedRows pushContents(DatabaseClient database) {
        return column(database, "content");
    }

    @Bean
    SealedRows pushAnswers(DatabaseClient database) {
        return column(database, "answer");
    }

    private static SealedRows column(DatabaseClient database, String column) {
        return new SealedColumn(
                database,
                new Table("wechat_push", column, "key", "wechat_push.key = anew.id", key -> "wechat_push/" + key));
    }
}

package cn.huiyin.identity.store;

import cn.huiyin.privacy.SealedColumn;
import cn.huiyin.privacy.SealedColumn.Table;
import cn.huiyin.privacy.spi.SealedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The sealed phone numbers, for a change of keys. */
@Configuration(proxyBeanMethods = false)
public class PhoneSeals {

    @Bean
    public SealedRows accountPhones(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table(
                        "account",
                        "phone_sealed",
                        "id::text",
                        "account.id = anew.id::bigint",
                        id -> "account/" + id + "/phone"));
    }
}

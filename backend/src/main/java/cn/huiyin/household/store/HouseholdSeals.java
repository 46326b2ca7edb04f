package cn.huiyin.household.store;

import cn.huiyin.privacy.SealedColumn;
import cn.huiyin.privacy.SealedColumn.Table;
import cn.huiyin.privacy.spi.SealedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The sealed columns of this module, for a change of keys. */
@Configuration(proxyBeanMethods = false)
public class HouseholdSeals {

    @Bean
    public SealedRows householdFacts(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table(
                        "household_fact",
                        "sealed",
                        "household || '/' || seq",
                        "household = split_part(anew.id, '/', 1) AND seq = split_part(anew.id, '/', 2)::integer",
                        id -> "household/" + id));
    }

    @Bean
    public SealedRows householdProposals(DatabaseClient database) {
        return new SealedColumn(
                database, new Table("household_proposal", "sealed", "nonce", "nonce = anew.id", Proposals::context));
    }
}

package cn.huiyin.oversight.store;

import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.SealedColumn;
import cn.huiyin.privacy.SealedColumn.Table;
import cn.huiyin.privacy.Vault;
import cn.huiyin.privacy.spi.SealedRows;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is sealed of draws, checks and notices, each bound to its row. */
@Configuration(proxyBeanMethods = false)
public class OversightSeals {

    @Bean
    public SealedRows spotSecrets(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table(
                        "spot_draw",
                        "sealed",
                        "street || '/' || month",
                        "street = split_part(anew.id, '/', 1) AND month = split_part(anew.id, '/', 2)::date",
                        id -> "spot-draw/" + id));
    }

    @Bean
    public SealedRows spotCheckEvents(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table(
                        "spot_check_event",
                        "sealed",
                        "visit || '/' || seq",
                        "visit = split_part(anew.id, '/', 1) AND seq = split_part(anew.id, '/', 2)::integer",
                        id -> "spot-check/" + id));
    }

    @Bean
    public SealedRows rectificationEvents(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table(
                        "rectification_event",
                        "sealed",
                        "no || '/' || seq",
                        "no = split_part(anew.id, '/', 1) AND seq = split_part(anew.id, '/', 2)::integer",
                        id -> "rectification/" + id));
    }

    static String ofDraw(String street, LocalDate month) {
        return "spot-draw/" + street + "/" + month;
    }

    static String ofCheck(String visit, int seq) {
        return "spot-check/" + visit + "/" + seq;
    }

    static String ofRectification(String no, int seq) {
        return "rectification/" + no + "/" + seq;
    }

    static @Nullable String seal(Vault vault, @Nullable String words, String context) {
        return words == null ? null : vault.seal(words, context).value();
    }

    static @Nullable String open(Vault vault, @Nullable String sealed, String context) {
        return sealed == null ? null : vault.open(new Sealed(sealed), context);
    }
}

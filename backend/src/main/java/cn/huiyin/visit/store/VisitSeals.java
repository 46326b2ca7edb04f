package cn.huiyin.visit.store;

import cn.huiyin.privacy.SealedColumn;
import cn.huiyin.privacy.SealedColumn.Table;
import cn.huiyin.privacy.spi.SealedRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** The sealed columns of this module, for a change of keys. */
@Configuration(proxyBeanMethods = false)
public class VisitSeals {

    private static final String PART_AND_SEQ =
            "%1$s = split_part(anew.id, '/', 1) AND seq = split_part(anew.id, '/', 2)::integer";

    @Bean
    public SealedRows visitWords(DatabaseClient database) {
        return new SealedColumn(
                database, new Table("visit_words", "sealed", "visit", "visit = anew.id", id -> "visit-record/" + id));
    }

    @Bean
    public SealedRows visitConsentWords(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table(
                        "visit_consent_event",
                        "sealed",
                        "household || '/' || seq",
                        PART_AND_SEQ.formatted("household"),
                        id -> "visit-consent/" + id));
    }

    @Bean
    public SealedRows visitCards(DatabaseClient database) {
        return new SealedColumn(
                database, new Table("visit_card", "sealed", "card", "card = anew.id", id -> "visit-card/" + id));
    }

    @Bean
    public SealedRows visitCardNotes(DatabaseClient database) {
        return new SealedColumn(
                database,
                new Table(
                        "visit_card_event",
                        "sealed",
                        "card || '/' || seq",
                        PART_AND_SEQ.formatted("card"),
                        id -> "visit-card/" + id));
    }
}

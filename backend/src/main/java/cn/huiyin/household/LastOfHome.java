package cn.huiyin.household;

import static java.util.Objects.requireNonNull;

import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.store.Files;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Reader;
import cn.huiyin.identity.AccountId;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whether somebody is the last who is known in a home: nobody else with an account has its address, and its file names
 * nobody else. Words about a home belong to all who live there, also to a grandmother without a phone.
 */
@Component
public class LastOfHome {

    private final DatabaseClient database;
    private final Households households;
    private final Files files;

    LastOfHome(DatabaseClient database, Households households, Files files) {
        this.database = database;
        this.households = households;
        this.files = files;
    }

    public Mono<Boolean> is(Household home, long account) {
        return accounts(account)
                .flatMap(own -> households
                        .accountsOf(home)
                        .filter(living -> living.stream().map(AccountId::value).allMatch(own::contains))
                        .flatMap(alone -> files.find(home.id(), Reader.everywhere(AccountId.SYSTEM), null, Asked.TODAY))
                        .map(stored -> namesNobodyElse(stored.file(), own)))
                .defaultIfEmpty(false);
    }

    /** Those of the same person. */
    private Mono<Set<Long>> accounts(long account) {
        return database.sql("SELECT account_ids(:account) AS ids")
                .bind("account", account)
                .map(row -> Set.of(requireNonNull(row.get("ids", Long[].class))))
                .one();
    }

    private static boolean namesNobodyElse(HouseholdFile file, Set<Long> own) {
        return file.members().stream().allMatch(member -> {
            Long account = member.account();
            return account != null && own.contains(account);
        });
    }
}

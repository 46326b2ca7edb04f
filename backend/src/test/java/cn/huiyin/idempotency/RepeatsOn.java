package cn.huiyin.idempotency;

import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** For stores of other modules that keep their answers. */
public final class RepeatsOn {

    private RepeatsOn() {}

    public static Repeats database(DatabaseClient database) {
        return new Repeats(new KeptAnswers(database, new JsonMapper()));
    }
}

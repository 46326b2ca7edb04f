package cn.huiyin.rehearsal.trial;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One message that a trial promises, about a real ticket. Its mark stands in a field of its text, so that it is known
 * again in what WeChat was asked to send.
 */
record Promise(int number, long recipient, String ticket, boolean keep) {

    private static final String PREFIX = "trial/";

    String mark() {
        return "m%06d".formatted(number);
    }

    String key() {
        return PREFIX + mark();
    }

    /** A visit's reminder is not sent again when nobody knows whether it arrived; a delay is. */
    String json() {
        return """
                {"occasion":"%s","dedup_key":"%s","street":"qinghe","subject_kind":"ticket","subject_id":"%s","recipient":%d,
                 "urgent":false,"facts":{"no":"%s","note":"%s","service":"%s","time":"2026年12月1日 10:00"}}
                """.formatted(
                        keep ? "VISIT_TOMORROW" : "TICKET_DELAYED", key(), ticket, recipient, ticket, mark(), mark());
    }

    /** Through the door that every cause of a message uses; when this returns they are acknowledged. */
    static void append(Connection database, List<Promise> promises) throws SQLException {
        try (var statement = database.prepareStatement("SELECT outbox_append(?::jsonb)")) {
            statement.setString(1, promises.stream().map(Promise::json).collect(Collectors.joining(",", "[", "]")));
            statement.execute();
        }
    }
}

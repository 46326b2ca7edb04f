package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Counts visits and what came of them: one statement for a place, as of one moment of the database's clock. */
@Repository("visitFigures")
public class Figures {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DatabaseClient database;

    public Figures(DatabaseClient database) {
        this.database = database;
    }

    /**
     * What is counted of a place in a span of days.
     *
     * @param coverage homes that are to be visited, as they stood at the end of the span, and of those where somebody was met in the span
     * @param due as it stands now
     * @param consent homes that are to be visited, as they stand now
     * @param found problems that visits of the span found, and what became of them
     * @param cards needs cards opened in the span
     * @param spotChecks of visits of the span, as far as they lie in a list
     * @param rectification notices issued in the span
     */
    public record Counted(
            List<Coverage> coverage,
            Due due,
            Visits visits,
            Consent consent,
            Found found,
            List<Cards> cards,
            SpotChecks spotChecks,
            Rectification rectification) {}

    public record Coverage(@JsonProperty("class") String kind, int homes, int visited) {}

    public record Due(int overdue, int owed) {}

    public record Visits(int made, int met, int nobodyHome, int refused, int enteredInTime) {}

    public record Consent(int agreed, int refused, int told, int neverAsked) {}

    /** @param settled by what residents said last */
    public record Found(int visits, int tickets, int answered, int settled, int notSettled) {}

    public record Cards(String colour, int opened, int doneInTime, int doneLate, int overdue) {}

    /** @param toFollow checked visits that had something to follow up; {@code followed} are those where it was done */
    public record SpotChecks(
            int visits,
            int drawn,
            int checked,
            int passed,
            int recordedTrue,
            int toFollow,
            int followed,
            int enteredRight) {}

    public record Rectification(int issued, int accepted, int late) {}

    /** @param grid only this grid of the communities; null for all */
    public Mono<Counted> count(Collection<String> communities, @Nullable String grid, LocalDate from, LocalDate to) {
        var query = database.sql("SELECT visit_figures(:communities::text[], :grid, :from, :to)::text AS figures")
                .bind("communities", communities.toArray(String[]::new))
                .bind("from", from)
                .bind("to", to);
        return (grid == null ? query.bindNull("grid", String.class) : query.bind("grid", grid))
                .map(row -> JSON.readValue(requireNonNull(row.get("figures", String.class)), Counted.class))
                .one();
    }
}

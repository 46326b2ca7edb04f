package cn.huiyin.calendar.notice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.calendar.KnownNotices;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.rehearsal.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import tools.jackson.databind.json.JsonMapper;

class NoticesTest {

    @Test
    void aNewDatabaseBeginsWithTheKnownNoticesHoweverManyReplicasStart() {
        try (TestDatabase database = new TestDatabase()) {
            Notices notices = new Notices(database.client(), new JsonMapper());
            assertThat(notices.version().block()).isZero();

            List<WorkingCalendar> read = Flux.range(0, 5)
                    .flatMap(each -> notices.read())
                    .collectList()
                    .block();

            assertThat(read).hasSize(5).allSatisfy(calendar -> {
                assertThat(calendar.version()).isOne();
                KnownNotices.load()
                        .forEach((year, notice) ->
                                assertThat(calendar.notice(year).orElseThrow()).isEqualTo(notice));
                assertThat(calendar.notice(2027)).isEmpty();
            });
            assertThat(notices.version().block()).isOne();
        }
    }
}

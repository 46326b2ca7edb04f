package cn.huiyin.visit;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.visit.store.Entries;
import cn.huiyin.visit.store.Entries.Entry;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What somebody has made and not yet entered. */
@Service
public class EntryDesk {

    private final Entries entries;
    private final HomesInWords words;

    EntryDesk(Entries entries, HomesInWords words) {
        this.entries = entries;
        this.words = words;
    }

    /** @param late its time is over; it is entered all the same */
    public record Due(String appointmentId, String home, Instant madeAt, Instant dueAt, boolean late) {}

    /** What is due first comes first. */
    public Mono<VisitPage<Due>> mine(Caller caller, VisitCursor after, int size) {
        return entries.open(caller.id(), after, size + 1)
                .map(found -> VisitPage.of(
                        found, size, this::due, last -> new VisitCursor(last.dueAt(), last.appointment()).written()));
    }

    private Due due(Entry entry) {
        return new Due(
                entry.appointment(),
                home(entry),
                entry.madeAt(),
                entry.dueAt(),
                Objects.requireNonNull(entry.now()).isAfter(entry.dueAt()));
    }

    private String home(Entry entry) {
        String building = words.of(new PlacePath(entry.path()));
        return entry.room() == null ? building : building + " " + entry.room();
    }
}

package cn.huiyin.visit;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.visit.store.Entries;
import cn.huiyin.visit.store.Entries.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Visits that were made and are still to be entered, as messages are about them. */
@Component
class EntrySubject implements Subject {

    static final String KIND = "visit-entry";

    private final Entries entries;
    private final HomesInWords words;

    EntrySubject(Entries entries, HomesInWords words) {
        this.entries = entries;
        this.words = words;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return entries.find(message.subjectId())
                .map(entry -> standing(entry, message))
                .defaultIfEmpty(new Gone("没有这次走访"));
    }

    private Standing standing(Entry entry, Waiting message) {
        if (entry.record() != null) {
            return new Gone("已录入");
        }
        Map<String, String> facts = new TreeMap<>(message.facts());
        facts.put("no", entry.appointment());
        facts.put("service", "上门走访");
        facts.put("place", words.of(new PlacePath(entry.path())));
        facts.put("placePath", entry.path());
        facts.put("due", Moments.exact(entry.dueAt()));
        return new Stands(List.of(new AccountId(entry.staff())), facts);
    }
}

package cn.huiyin.visit;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaLinks;
import cn.huiyin.privacy.Vault;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Sight;
import cn.huiyin.visit.RecordView.Answered;
import cn.huiyin.visit.RecordView.Photo;
import cn.huiyin.visit.domain.Checklists;
import cn.huiyin.visit.store.RecordLists.Row;
import cn.huiyin.visit.store.RecordLists.Stored;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records as they are shown, to each what is meant for them. */
@Component
class RecordViews {

    /** How much of a record is shown. */
    enum Depth {
        /** A line of a list: nothing that is sealed. */
        LINE,
        /** What the household itself may read. */
        HOUSEHOLD,
        /** All of it. */
        STAFF
    }

    private final HomesInWords words;
    private final ChecklistShelf checklists;
    private final MediaLinks links;
    private final Vault vault;

    RecordViews(HomesInWords words, ChecklistShelf checklists, MediaLinks links, Vault vault) {
        this.words = words;
        this.checklists = checklists;
        this.links = links;
        this.vault = vault;
    }

    VisitSaid said(Stored stored) {
        return VisitSaid.open(vault, new VisitId(stored.record().id()), stored.sealed());
    }

    RecordView show(Stored stored, Caller caller, Depth depth, VisitNames names) {
        Row record = stored.record();
        boolean line = depth == Depth.LINE;
        VisitSaid said = line ? VisitSaid.NOTHING : said(stored);
        Sight sight = sight(stored, Marks.DESCRIPTION, caller, depth);
        boolean staff = depth == Depth.STAFF;
        return new RecordView(
                record.id(),
                record.household(),
                words.of(new PlacePath(record.path())) + names.room(record.household()),
                record.kind(),
                record.at(),
                record.minutes(),
                record.enteredAt(),
                record.entryDueAt(),
                record.enteredAt().isAfter(record.entryDueAt()),
                names.of(record.by()),
                record.way(),
                record.way().chinese(),
                record.outcome(),
                record.outcome().chinese(),
                staff ? said.checklistVersion() : null,
                staff ? answers(said) : null,
                staff ? said.words() : null,
                staff ? said.warmNote() : null,
                said.toHousehold() == null ? null : sight.words(said.toHousehold(), CardViews.IN_ITS_PLACE),
                said.toHousehold() == null ? null : sight.mark(),
                line ? null : photos(stored, caller, depth),
                stored.tickets() == null ? List.of() : stored.tickets(),
                stored.cards() == null ? List.of() : stored.cards(),
                staff ? record.appointment() : null);
    }

    private static Sight sight(Stored stored, String part, Caller caller, Depth depth) {
        Row record = stored.record();
        return CardViews.sight(
                stored.marked(), part, record.by(), caller, new PlacePath(record.path()), depth == Depth.HOUSEHOLD);
    }

    private List<Answered> answers(VisitSaid said) {
        Optional<Checklists> version =
                said.checklistVersion() == null ? Optional.empty() : checklists.version(said.checklistVersion());
        return version.map(lists -> answers(lists, said.answers())).orElse(List.of());
    }

    /** In the order of the checklists. */
    private static List<Answered> answers(Checklists lists, Map<String, Object> answers) {
        return lists.parts().stream()
                .flatMap(part -> part.items().stream())
                .filter(item -> answers.containsKey(item.code()))
                .map(item -> answered(lists, item, answers.get(item.code())))
                .toList();
    }

    private static Answered answered(Checklists lists, Checklists.Item item, @Nullable Object answer) {
        Object given = answer == null ? "" : answer;
        return new Answered(item.code(), item.ask(), lists.inWords(item, given), Checklists.isProblem(item, given));
    }

    private List<Photo> photos(Stored stored, Caller caller, Depth depth) {
        List<String> ids =
                stored.record().photos() == null ? List.of() : stored.record().photos();
        return ids.stream().map(id -> photo(stored, id, caller, depth)).toList();
    }

    private Photo photo(Stored stored, String id, Caller caller, Depth depth) {
        Sight sight = sight(stored, Marks.media(id), caller, depth);
        MediaId media = new MediaId(id);
        CheckState state = stored.marked().of(Marks.media(id));
        boolean hidden = state == CheckState.HELD || state == CheckState.REFUSED;
        String link = hidden ? links.unveiled(media) : links.link(media);
        return new Photo(id, sight.shown() ? link : null, sight.mark());
    }
}

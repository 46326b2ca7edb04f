package cn.huiyin.household;

import cn.huiyin.community.Community;
import cn.huiyin.household.FileView.ContactShown;
import cn.huiyin.household.FileView.MemberShown;
import cn.huiyin.household.FileView.ResourceShown;
import cn.huiyin.household.FileView.TagShown;
import cn.huiyin.household.FileView.WishShown;
import cn.huiyin.household.domain.Birth;
import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.FieldTable;
import cn.huiyin.household.domain.HouseholdFile;
import cn.huiyin.household.domain.Needs;
import cn.huiyin.household.domain.TagTable;
import cn.huiyin.household.store.StoredFile;
import cn.huiyin.privacy.Mask;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a file to one reader, field by field, as {@code household/fields.csv} says. */
@Component
class FileViews {

    /** What those who live there are to it. */
    static final String OWN = "OWN";

    private final HouseholdRules rules;
    private final Community community;

    FileViews(HouseholdRules rules, Community community) {
        this.rules = rules;
        this.community = community;
    }

    /**
     * Who reads.
     *
     * @param parts by the words of the field table
     * @param account sees their own contact whole; null for nobody
     */
    record For(Collection<String> parts, @Nullable Long account) {}

    FileView view(StoredFile stored, For reader, @Nullable LocalDate asked, boolean refused) {
        LocalDate day = asked == null ? stored.today() : asked;
        Household home = stored.home();
        HouseholdFile file = stored.file();
        TagTable.Standing standing = rules.tags().standing(file, day);
        return new FileView(
                home.id().value(),
                home.building().value(),
                community.atlas().inWords(home.path()),
                home.room(),
                file.status(),
                file.status().chinese(),
                standing.kind(),
                standing.kind().chinese(),
                standing.tags().stream().map(code -> tag(code, file, reader)).toList(),
                file.members().stream()
                        .map(member -> member(member, file, reader, day))
                        .toList(),
                file.all(Fact.Wish.class).stream()
                        .map(wish -> wish(wish, file, reader))
                        .toList(),
                file.all(Fact.Resource.class).stream()
                        .map(one -> resource(one, file, reader))
                        .toList(),
                file.all(Fact.Contact.class).stream()
                        .map(one -> contact(one, reader))
                        .toList(),
                shown("file.note", file.note(), Mask::words, reader),
                refused,
                home.touchedOn(),
                home.revisedOn(),
                home.touchDue(),
                home.reviseDue(),
                day,
                reader.parts().stream().sorted().toList(),
                asked == null ? '"' + Long.toString(home.version()) + '"' : null);
    }

    private TagShown tag(String code, HouseholdFile file, For reader) {
        Optional<Fact.Tag> given = file.find("tag/" + code).map(Fact.Tag.class::cast);
        return new TagShown(
                code,
                rules.tags().find(code).map(TagTable.Rule::name).orElse(code),
                given.isEmpty(),
                shown("tag.reason", given.map(Fact.Tag::reason).orElse(null), Mask::words, reader),
                file.since("tag/" + code),
                given.map(Fact.Tag::until).orElse(null));
    }

    MemberShown member(Fact.Member member, HouseholdFile file, For reader, LocalDate day) {
        Birth birth = member.birth();
        boolean whole = rules.fields().sight(reader.parts(), "member.birth") == cn.huiyin.household.domain.Sight.FULL;
        return new MemberShown(
                member.id(),
                shown("member.name", member.name(), Mask::name, reader),
                shown("member.birth", birth == null ? null : written(birth), Mask::birth, reader),
                birth == null || !whole ? null : birth.ageOn(day),
                member.relation(),
                member.relation().chinese(),
                shown("member.phone", member.phone(), Mask::phone, reader),
                shown("member.idNumber", member.idNumber(), Mask::idNumber, reader),
                shown("member.health", member.health(), Mask::words, reader),
                member.atHome(),
                member.account() == null ? null : Long.toString(member.account()),
                file.since(member.key()));
    }

    static String written(Birth birth) {
        return birth.day() == null
                ? Integer.toString(birth.year())
                : birth.day().toString();
    }

    private WishShown wish(Fact.Wish wish, HouseholdFile file, For reader) {
        Optional<Needs.Need> need = rules.needs().find(wish.code());
        return new WishShown(
                wish.code(),
                need.map(Needs.Need::domain).orElse(""),
                need.map(Needs.Need::name).orElse(wish.code()),
                shown("wish.words", wish.words(), Mask::words, reader),
                file.since(wish.key()));
    }

    private ResourceShown resource(Fact.Resource resource, HouseholdFile file, For reader) {
        return new ResourceShown(
                resource.id(),
                resource.kind(),
                shown("resource.words", resource.words(), Mask::words, reader),
                file.since(resource.key()));
    }

    private ContactShown contact(Fact.Contact contact, For reader) {
        if (reader.account() != null && reader.account() == contact.account()) {
            return new ContactShown(true, contact.name(), contact.phone(), contact.bestTime());
        }
        return new ContactShown(
                false,
                shown("contact.name", contact.name(), Mask::name, reader),
                shown("contact.phone", contact.phone(), Mask::phone, reader),
                shown("contact.bestTime", contact.bestTime(), Mask::words, reader));
    }

    @Nullable String shown(String field, @Nullable String value, UnaryOperator<String> mask, For reader) {
        return shown(rules.fields(), field, value, mask, reader.parts());
    }

    /** Hidden whatever the table does not name. */
    static @Nullable String shown(
            FieldTable table,
            String field,
            @Nullable String value,
            UnaryOperator<String> mask,
            Collection<String> parts) {
        if (value == null) {
            return null;
        }
        return switch (table.sight(parts, field)) {
            case FULL -> value;
            case MASKED -> mask.apply(value);
            case HIDDEN -> null;
        };
    }

    /** All derived tags have no reason; given ones are listed even where the reader does not see why. */
    List<String> tagNames(List<String> codes) {
        return codes.stream()
                .map(code -> rules.tags().find(code).map(TagTable.Rule::name).orElse(code))
                .toList();
    }
}

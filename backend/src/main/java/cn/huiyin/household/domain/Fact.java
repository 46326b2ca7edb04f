package cn.huiyin.household.domain;

import cn.huiyin.household.Occupancy;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing that is known of a household. Facts with the same key follow each other in time. */
public sealed interface Fact {

    /** Which fact this is; the part before the slash names its kind. */
    String key();

    /** Each kind by the word its key begins with. */
    Map<String, Class<? extends Fact>> KINDS = Map.of(
            "status",
            Status.class,
            "note",
            Note.class,
            "member",
            Member.class,
            "tag",
            Tag.class,
            "wish",
            Wish.class,
            "resource",
            Resource.class,
            "contact",
            Contact.class,
            Seen.TOUCHED,
            Seen.class,
            Seen.REVISED,
            Seen.class);

    /** The kind of the fact with this key. */
    static Class<? extends Fact> kindOf(String key) {
        int slash = key.indexOf('/');
        Class<? extends Fact> kind = KINDS.get(slash < 0 ? key : key.substring(0, slash));
        if (kind == null) {
            throw new IllegalArgumentException("no such kind of fact: " + key);
        }
        return kind;
    }

    /** Whether somebody is at home. */
    record Status(Occupancy status) implements Fact {

        public static final String KEY = "status";

        @Override
        public String key() {
            return KEY;
        }
    }

    /** What staff note about the home as a whole. */
    record Note(String text) implements Fact {

        public static final String KEY = "note";

        @Override
        public String key() {
            return KEY;
        }
    }

    /**
     * Somebody who belongs to the household.
     *
     * @param id within this household, such as {@code m1}
     * @param health what to know when caring for them
     * @param atHome false for somebody who belongs to it and lives elsewhere at present
     * @param account who they are in the program, where that is known
     */
    record Member(
            String id,
            String name,
            @Nullable Birth birth,
            Relation relation,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String health,
            boolean atHome,
            @Nullable Long account)
            implements Fact {

        @Override
        public String key() {
            return "member/" + id;
        }

        /** A person must not be printed by accident. */
        @Override
        public String toString() {
            return key();
        }
    }

    /**
     * A reason to look after the home, given by staff.
     *
     * @param code of the tag table
     * @param reason why it was given: a certificate, a visit, what the family said
     * @param until the last day on which it holds, where that is known
     */
    record Tag(String code, String reason, @Nullable LocalDate until) implements Fact {

        @Override
        public String key() {
            return "tag/" + code;
        }
    }

    /**
     * What the household wishes for.
     *
     * @param code of the 23 needs
     */
    record Wish(String code, @Nullable String words) implements Fact {

        @Override
        public String key() {
            return "wish/" + code;
        }
    }

    /** What the household can share with its neighbours. */
    record Resource(String id, Kind kind, String words) implements Fact {

        /** S3 §2.2.1: 居民特长、志愿服务意愿、闲置资源. */
        public enum Kind {
            SKILL,
            VOLUNTEERING,
            IDLE_THING
        }

        @Override
        public String key() {
            return "resource/" + id;
        }
    }

    /**
     * How somebody who lives there wants to be reached; their own word.
     *
     * @param bestTime such as 工作日晚上
     */
    record Contact(
            long account,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String bestTime) implements Fact {

        @Override
        public String key() {
            return "contact/" + account;
        }

        @Override
        public String toString() {
            return key();
        }
    }

    /** Somebody was in touch with the home, or went through its whole file. */
    record Seen(String key) implements Fact {

        public static final String TOUCHED = "touched";
        public static final String REVISED = "revised";
    }
}

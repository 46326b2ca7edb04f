package cn.huiyin.ticket;

import java.time.Instant;

/**
 * What a ticket was made from, where it was more than somebody's words; kept as it was told at filing, never looked up.
 *
 * @param id as the module that it came from knows it
 * @param at when that was
 */
public record Origin(Kind kind, String id, Instant at) {

    public enum Kind {
        /** A record of a visit. */
        VISIT("上门走访");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}

package cn.huiyin.oversight.domain;

/**
 * What a check found on each of its points (S3 §3.4).
 *
 * @param askedBy how the household was asked
 * @param recorded 走访记录的真实性: the visit was made and its record is true
 * @param followed 问题解决的及时性: what was found was followed up
 * @param entered 信息录入的准确性: entered correctly and in time
 */
public record Findings(AskedBy askedBy, Mark recorded, Mark followed, Mark entered) {

    public enum AskedBy {
        PHONE,
        IN_PERSON
    }

    public enum Mark {
        OK,
        WRONG,
        /** There was nothing to follow up; of no other point. */
        NONE
    }

    /** Something is not as it should be. */
    public boolean any() {
        return recorded == Mark.WRONG || followed == Mark.WRONG || entered == Mark.WRONG;
    }
}

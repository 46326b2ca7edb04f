package cn.huiyin.oversight.domain;

/**
 * The figures of oversight; limits are in working days.
 *
 * @param share so many of a hundred visits are drawn (S3 §3.4: not fewer than 10)
 * @param drawAfterDays days from the end of a month to its draw
 * @param checkWithin from a draw to the end of its checks
 * @param rectifyWithin of a notice that names no limit of its own
 * @param rectifyAgain where an answer was sent back, or a look-back found it undone
 * @param remindBefore so long before a limit whoever must keep it is reminded; 0 is not at all
 * @param streetAfter so long after a limit the street hears of it
 * @param lookBackWithin from the end of a quarter to the end of its look-back
 */
public record Rules(
        int share,
        int drawAfterDays,
        int checkWithin,
        int rectifyWithin,
        int rectifyAgain,
        int remindBefore,
        int streetAfter,
        int lookBackWithin,
        int version) {}

package cn.huiyin.rehearsal.trial;

import java.nio.file.Path;

/** Something is done to the running program, and then an oracle is asked. */
interface Trial {

    /** @param folder its own, empty; all it leaves behind is kept there */
    Finding run(Path folder) throws Exception;
}

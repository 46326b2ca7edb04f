package cn.huiyin.classification;

import cn.huiyin.classification.WordFinder.Hit;

/**
 * A phrase that was found.
 *
 * @param first where it, or its first part, stands
 * @param last where its last part stands; the same if it has no gap
 */
record Evidence(Phrase phrase, Hit first, Hit last) {

    int start() {
        return first.start();
    }

    int end() {
        return last.end();
    }
}

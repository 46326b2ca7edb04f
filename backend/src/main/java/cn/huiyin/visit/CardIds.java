package cn.huiyin.visit;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** New ids of needs cards that nobody can guess. */
@Component
class CardIds {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final SecureRandom random;

    CardIds() {
        try {
            // A generator that reads the system's source once, here, and never on an event loop.
            random = SecureRandom.getInstance("DRBG");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
        fresh();
    }

    String fresh() {
        StringBuilder word = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}

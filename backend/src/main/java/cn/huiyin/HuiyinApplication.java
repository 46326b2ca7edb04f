package cn.huiyin;

import cn.huiyin.privacy.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Every matter is settled, every word gets an answer. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HuiyinApplication {

    private static final String NEW_KEYSET = "--new-keyset";

    /** The steps of a change of keys, in their order; each prints the keyset that the file is to hold next. */
    private static final Map<String, UnaryOperator<String>> KEY_STEPS = Map.of(
            "--add-key", Keys::withOneMore,
            "--promote-key", Keys::promoted,
            "--drop-old-keys", Keys::withoutOld);

    /**
     * With {@code --new-keyset} it only makes the keys of a new deployment and prints them; with {@code --add-key},
     * {@code --promote-key} or {@code --drop-old-keys} and the path of a file of keys it prints what that file is to hold
     * next.
     */
    public static void main(String[] args) throws IOException {
        if (List.of(args).contains(NEW_KEYSET)) {
            System.out.println(Keys.fresh());
            return;
        }
        if (args.length == 2 && KEY_STEPS.containsKey(args[0])) {
            System.out.println(
                    Objects.requireNonNull(KEY_STEPS.get(args[0])).apply(Files.readString(Path.of(args[1]))));
            return;
        }
        SpringApplication.run(HuiyinApplication.class, args);
    }
}

package cn.huiyin;

import cn.huiyin.privacy.Keys;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Every matter is settled, every word gets an answer. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HuiyinApplication {

    private static final String NEW_KEYSET = "--new-keyset";

    /** With {@code --new-keyset} it only makes the keys of a new deployment and prints them. */
    public static void main(String[] args) {
        if (List.of(args).contains(NEW_KEYSET)) {
            System.out.println(Keys.fresh());
            return;
        }
        SpringApplication.run(HuiyinApplication.class, args);
    }
}

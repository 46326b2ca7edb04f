package cn.huiyin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Every matter is settled, every word gets an answer. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HuiyinApplication {

    public static void main(String[] args) {
        SpringApplication.run(HuiyinApplication.class, args);
    }
}

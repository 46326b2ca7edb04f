package cn.huiyin.rehearsal;

import cn.huiyin.HuiyinApplication;
import cn.huiyin.contract.ContractCheck;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The whole service over HTTP, on a real PostgreSQL and a real Redis. All classes with this annotation share one running
 * service and one database, for it is slow to start: bring your own people and tickets, and count nothing that is not
 * yours. Whatever goes in and out is held against the contract. The constructor may ask for any bean, such as {@code WebTestClient} or {@link RehearsalClock}; whoever moves the
 * clock moves it for all, and only forward. Each test begins in daytime, for at night people are not disturbed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = HuiyinApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT30S")
@Import(ContractCheck.class)
@ExtendWith(InDaytime.class)
@ContextConfiguration(initializers = OnTestServers.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface HuiyinTest {

    /**
     * How long a test waits until all that is due has been sent or checked: what the classes before it left too, and of one
     * person's messages one leaves after another.
     */
    Duration UNTIL_QUIET = Duration.ofMinutes(5);
}

package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class DatabaseAddressTest {

    @Test
    void migrationsRunOnTheDatabaseOfTheService() {
        var environment = new MockEnvironment()
                .withProperty("spring.r2dbc.url", "r2dbc:postgresql://db.example:5433/huiyin?sslMode=verify-full")
                .withProperty("spring.r2dbc.username", "huiyin")
                .withProperty("spring.r2dbc.password", "p@ss");

        new MigrationsFollowTheDatabase().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.flyway.url"))
                .isEqualTo("jdbc:postgresql://db.example:5433/huiyin?sslmode=verify-full");
        assertThat(environment.getProperty("spring.flyway.user")).isEqualTo("huiyin");
        assertThat(environment.getProperty("spring.flyway.password")).isEqualTo("p@ss");
    }

    @Test
    void aDatabaseOfTheirOwnIsLeftToTheMigrations() {
        var environment = new MockEnvironment()
                .withProperty("spring.r2dbc.url", "r2dbc:postgresql://pooler/huiyin")
                .withProperty("spring.flyway.url", "jdbc:postgresql://primary/huiyin");

        new MigrationsFollowTheDatabase().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty("spring.flyway.url")).isEqualTo("jdbc:postgresql://primary/huiyin");
    }

    @Test
    void whoConnectsMayBeNamedInTheUrl() {
        var address = new DatabaseAddress("r2dbc:postgresql://huiyin:p%40ss@localhost/huiyin", null, null);

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://localhost/huiyin");
        assertThat(address.user()).isEqualTo("huiyin");
        assertThat(address.secret()).isEqualTo("p@ss");
        assertThat(address).hasToString("DatabaseAddress[***]");
    }
}

package cn.huiyin;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where {@code spring.r2dbc.url} is set and {@code spring.flyway.url} is not, the migrations run on the same database:
 * one setting, not two that may disagree. Runs last, when every source of settings has been read.
 */
class MigrationsFollowTheDatabase implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var url = environment.getProperty("spring.r2dbc.url");
        if (url == null || environment.containsProperty("spring.flyway.url")) {
            return;
        }
        var address = new DatabaseAddress(
                url,
                environment.getProperty("spring.r2dbc.username"),
                environment.getProperty("spring.r2dbc.password"));
        environment.getPropertySources().addLast(new MapPropertySource("migrations", migrationsOn(address)));
    }

    private static Map<String, Object> migrationsOn(DatabaseAddress address) {
        var settings = new HashMap<String, Object>();
        settings.put("spring.flyway.url", address.jdbcUrl());
        if (address.user() != null) {
            settings.put("spring.flyway.user", address.user());
        }
        if (address.secret() != null) {
            settings.put("spring.flyway.password", address.secret());
        }
        return settings;
    }
}

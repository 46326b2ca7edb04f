package cn.huiyin.twin;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the service's four commonest answers cost where threads wait: Spring MVC on Tomcat, HikariCP, JDBC; with the service's own
 * settings, statements and pool size. It is given them in a folder that the bench has written.
 */
@SpringBootApplication
public class Twin {

    public static void main(String[] arguments) {
        var twin = new SpringApplication(Twin.class);
        twin.setWebApplicationType(WebApplicationType.SERVLET);
        twin.run(arguments);
    }

    /** The database that the service has, with as many connections. Parameters come as text, as the bench has read them. */
    @Bean
    DataSource dataSource(
            @Value("${spring.flyway.url}") String url, @Value("${spring.r2dbc.pool.max-size}") int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(connections);
        config.addDataSourceProperty("stringtype", "unspecified");
        return new HikariDataSource(config);
    }

    @Bean
    NamedParameterJdbcTemplate database(DataSource source) {
        return new NamedParameterJdbcTemplate(source);
    }

    /** The service's gate: nobody without a session, and a session is looked up for each request. */
    @Bean
    SecurityFilterChain gate(HttpSecurity http, Sessions sessions) throws Exception {
        return http.csrf(forms -> forms.disable())
                .sessionManagement(kept -> kept.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        of -> of.requestMatchers("/actuator/**").permitAll().anyRequest().authenticated())
                .oauth2ResourceServer(by -> by.opaqueToken(token -> token.introspector(sessions)))
                .build();
    }

    @Bean
    Scripts scripts(@Value("${twin.folder}") Path folder, JsonMapper json) {
        return Scripts.read(folder, json);
    }
}

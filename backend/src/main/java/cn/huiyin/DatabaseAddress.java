package cn.huiyin;

import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One address of the database for both who need it: the service speaks R2DBC, the migrations speak JDBC.
 *
 * @param url {@code r2dbc:postgresql://[user:password@]host[:port]/database[?sslMode=…]}
 * @param username if it is not in the URL
 * @param password if it is not in the URL
 */
record DatabaseAddress(
        String url, @Nullable String username, @Nullable String password) {

    /** R2DBC's names of what also JDBC must know, and JDBC's names for it. */
    private static final Map<String, String> SHARED = new TreeMap<>(Map.of(
            "sslMode", "sslmode",
            "sslRootCert", "sslrootcert",
            "sslCert", "sslcert",
            "sslKey", "sslkey",
            "schema", "currentSchema"));

    /** Everything the R2DBC driver is told by the address. */
    ConnectionFactoryOptions.Builder options() {
        var options = ConnectionFactoryOptions.parse(url).mutate();
        if (username != null) {
            options.option(USER, username);
        }
        if (password != null) {
            options.option(PASSWORD, password);
        }
        return options;
    }

    String jdbcUrl() {
        var options = ConnectionFactoryOptions.parse(url);
        var port = options.getValue(PORT);
        return "jdbc:postgresql://" + options.getRequiredValue(HOST) + (port == null ? "" : ":" + port) + "/"
                + options.getRequiredValue(DATABASE) + parameters(options);
    }

    @Nullable String user() {
        return username != null
                ? username
                : text(ConnectionFactoryOptions.parse(url).getValue(USER));
    }

    @Nullable String secret() {
        return password != null
                ? password
                : text(ConnectionFactoryOptions.parse(url).getValue(PASSWORD));
    }

    private static String parameters(ConnectionFactoryOptions options) {
        var shared = SHARED.entrySet().stream()
                .filter(name -> options.hasOption(Option.valueOf(name.getKey())))
                .map(name -> name.getValue() + "=" + options.getValue(Option.valueOf(name.getKey())))
                .collect(Collectors.joining("&"));
        return shared.isEmpty() ? "" : "?" + shared;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** The password must not be printed by accident. */
    @Override
    public String toString() {
        return "DatabaseAddress[***]";
    }
}

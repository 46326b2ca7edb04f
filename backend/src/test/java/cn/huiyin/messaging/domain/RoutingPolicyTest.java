package cn.huiyin.messaging.domain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

public class RoutingPolicyTest {

    /** The one of the product. */
    public static RoutingPolicy thePolicy() {
        return RoutingReader.read(text(), CatalogueTest.theCatalogue());
    }

    static String text() {
        try (var yaml = RoutingPolicyTest.class.getResourceAsStream("/messages/routing.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.huiyin.rehearsal.wechat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * WeChat's stand-in as a program of its own, which outlives ours: {@code port controlPort journal}. On the second port it
 * is told its weather: {@code /weather/100/0.05/0.01}, which is the delay in milliseconds, the part of errors, the part of
 * hangs; {@code /page/502}: from now on every call is answered with this status and a page of HTML, and {@code /page/0} ends it. By the
 * machine's clock.
 */
public final class StandInAlone {

    private StandInAlone() {}

    public static void main(String[] arguments) throws IOException {
        var standIn =
                WechatStandIn.start(Integer.parseInt(arguments[0]), InstantSource.system(), Path.of(arguments[2]));
        CatalogueTemplates.fields().forEach((key, fields) -> standIn.template(CatalogueTemplates.id(key), fields));
        standIn.quota(Platform.TEMPLATE, 10_000_000);
        var control = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])), 0);
        control.createContext("/weather/", exchange -> change(standIn, exchange));
        control.createContext("/page/", exchange -> page(standIn, exchange));
        control.start();
    }

    private static void change(WechatStandIn standIn, HttpExchange exchange) throws IOException {
        try (exchange) {
            var words = exchange.getRequestURI().getPath().split("/");
            standIn.weather(new Weather(
                    Duration.ofMillis(Long.parseLong(words[2])),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4])));
            say(exchange);
        }
    }

    private static void page(WechatStandIn standIn, HttpExchange exchange) throws IOException {
        try (exchange) {
            var status = Integer.parseInt(exchange.getRequestURI().getPath().split("/")[2]);
            standIn.noMoreFaults();
            if (status > 0) {
                standIn.paths().forEach(path -> standIn.fault(new Fault(path, null, status, null, Integer.MAX_VALUE)));
            }
            say(exchange);
        }
    }

    private static void say(HttpExchange exchange) throws IOException {
        var said = "ok".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, said.length);
        exchange.getResponseBody().write(said);
    }
}

package cn.huiyin.wechat.push;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/** WeChat's addresses with us. Not a part of the contract for pages, so they stand in no document. */
@Configuration(proxyBeanMethods = false)
class PushRoutes {

    @Bean
    RouterFunction<ServerResponse> wechatPushes(PushDoor door) {
        var routes = RouterFunctions.route();
        for (var app : PushApp.values()) {
            routes.GET(app.path(), request -> door.check(app, request))
                    .POST(app.path(), request -> door.receive(app, request));
        }
        return routes.build();
    }
}

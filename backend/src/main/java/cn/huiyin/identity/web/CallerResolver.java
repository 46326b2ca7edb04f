package cn.huiyin.identity.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Refusal;
import org.springframework.core.MethodParameter;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolverSupport;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller its {@link Caller} or {@code Mono<Caller>}. */
class CallerResolver extends HandlerMethodArgumentResolverSupport {

    CallerResolver() {
        super(ReactiveAdapterRegistry.getSharedInstance());
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return checkParameterType(parameter, Caller.class::isAssignableFrom);
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        Mono<Caller> caller = exchange.getPrincipal()
                .ofType(CallerAuthentication.class)
                .map(CallerAuthentication::getPrincipal)
                .switchIfEmpty(Mono.error(() -> Refusal.loginAgain("LOGIN_REQUIRED", "请先登录")));
        return Mono.class.equals(parameter.getParameterType()) ? Mono.just(caller) : caller.cast(Object.class);
    }
}

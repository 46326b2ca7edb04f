package cn.huiyin.appointment.web;

import cn.huiyin.appointment.ServiceDesk;
import cn.huiyin.appointment.ServiceDesk.ServicePage;
import cn.huiyin.appointment.ServiceDesk.ServiceView;
import cn.huiyin.appointment.domain.Service;
import cn.huiyin.identity.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who can be booked. */
@RestController
@RequestMapping("/api/v1/visit-services")
class ServiceController {

    private final ServiceDesk desk;

    ServiceController(ServiceDesk desk) {
        this.desk = desk;
    }

    /** With {@code text}, what somebody needs in their own words, the services that are meant come first. */
    @GetMapping
    ServicePage list(@RequestParam(name = "text", required = false) @Nullable @Size(max = 500) String text) {
        return desk.list(text);
    }

    /** A service, whole. */
    record Changed(
            @NotBlank(message = "请填写名称") @Size(max = 20, message = "名称请不超过20字") String name,

            @NotBlank(message = "请写明能办什么") @Size(max = 200, message = "说明请不超过200字") String about,

            @NotNull(message = "请选择对应的需要") @Size(max = 20, message = "需要最多20项") List<@NotBlank(message = "需要不能为空") @Size(max = 32, message = "需要代码过长") String> needs,

            @NotNull(message = "请指明是否启用") Boolean active) {}

    @PutMapping("/{code}")
    Mono<ServiceView> put(Caller caller, @PathVariable("code") String code, @Valid @RequestBody Changed asked) {
        return desk.put(caller, new Service(code, asked.name(), asked.about(), asked.needs(), asked.active()));
    }
}

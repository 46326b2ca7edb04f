package cn.huiyin.programme.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Seen;
import cn.huiyin.programme.TeamDesk;
import cn.huiyin.programme.TeamDesk.CompanyView;
import cn.huiyin.programme.TeamDesk.TeamView;
import cn.huiyin.programme.domain.Qualifications;
import cn.huiyin.programme.domain.Team;
import cn.huiyin.programme.domain.Team.Member;
import cn.huiyin.programme.domain.Team.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The visiting teams 1+3+N. */
@RestController
@RequestMapping("/api/v1/visit-teams")
class TeamController {

    private final TeamDesk desk;
    private final Qualifications qualifications;

    TeamController(TeamDesk desk, Qualifications qualifications) {
        this.desk = desk;
        this.qualifications = qualifications;
    }

    record Known(String code, String name, List<String> needs, List<String> tags) {}

    record KnownPage(List<Known> items, @Nullable String nextCursor) {}

    /** Who is of use to whom. */
    @GetMapping("/qualifications")
    Mono<KnownPage> qualifications() {
        return Mono.fromSupplier(() -> new KnownPage(
                qualifications.all().stream()
                        .map(one -> new Known(
                                one.code(),
                                one.name(),
                                List.copyOf(new TreeSet<>(one.needs())),
                                List.copyOf(new TreeSet<>(one.tags()))))
                        .toList(),
                null));
    }

    @GetMapping("/{communityId}")
    Mono<ResponseEntity<TeamView>> show(Caller caller, @PathVariable("communityId") String communityId) {
        return Mono.defer(() -> desk.show(caller, communityId)).map(TeamController::found);
    }

    private static ResponseEntity<TeamView> found(TeamView team) {
        return ResponseEntity.ok().eTag("\"%d\"".formatted(team.version())).body(team);
    }

    record MemberAsked(
            @NotBlank(message = "请选择队员") @Pattern(regexp = "\\d{1,18}", message = "没有这个人") String accountId,

            @NotNull(message = "请选择在队里做什么") Part part,

            @Nullable @Size(max = 9, message = "专长最多9项") List<@NotBlank(message = "专长不能为空") @Size(max = 32, message = "专长代码过长") String> qualifications,

            @Nullable @Size(max = 20, message = "网格最多20个") List<@NotBlank(message = "网格不能为空") @Size(max = 64, message = "编号过长") String> grids) {

        Member member() {
            return new Member(
                    Long.parseLong(accountId),
                    part,
                    qualifications == null ? List.of() : qualifications,
                    grids == null ? List.of() : grids);
        }
    }

    record TeamAsked(
            @NotNull(message = "请给出全部队员") @Size(max = 60, message = "队员最多60人") List<@NotNull(message = "队员不能为空") @Valid MemberAsked> members) {}

    @PutMapping("/{communityId}")
    Mono<ResponseEntity<TeamView>> put(
            Caller caller,
            @PathVariable("communityId") String communityId,
            @Valid @RequestBody TeamAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Team team = new Team(asked.members().stream().map(MemberAsked::member).toList());
        return Mono.defer(() -> desk.put(caller, communityId, team, new Seen(ifMatch)))
                .map(TeamController::found);
    }

    /** Who of the team should come along to this home. */
    @GetMapping("/companions/{householdId}")
    Mono<CompanyView> companions(Caller caller, @PathVariable("householdId") String householdId) {
        return desk.companyFor(caller, householdId);
    }
}

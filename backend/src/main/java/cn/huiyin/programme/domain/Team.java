package cn.huiyin.programme.domain;

import cn.huiyin.problem.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A community's visiting team 1+3+N (S3 §3.2): one secretary, three grid workers, and whoever helps them. */
public record Team(List<Member> members) {

    private static final int GRID_WORKERS = 3;
    private static final int MOST_GRIDS = 2;

    public Team {
        members = List.copyOf(members);
    }

    public enum Part {
        /** 社区书记. */
        SECRETARY,
        /** 专职网格员, each for one or two grids. */
        GRID_WORKER,
        /** 志愿者、专业人员: N. */
        HELPER
    }

    /**
     * Somebody in the team.
     *
     * @param qualifications codes of {@code qualifications.yaml}
     * @param grids ids of the grids they look after; for helpers those they help in, none for all
     */
    public record Member(long account, Part part, List<String> qualifications, List<String> grids) {

        public Member {
            qualifications = List.copyOf(qualifications);
            grids = List.copyOf(grids);
        }

        boolean helpsIn(String grid) {
            return grids.contains(grid) || (part != Part.GRID_WORKER && grids.isEmpty());
        }
    }

    private List<Member> all(Part part) {
        return members.stream().filter(member -> member.part() == part).toList();
    }

    /** What can not be right however the team grows; {@code known} are the grids of the community. */
    public List<Fault> faults(Set<String> known, Qualifications qualifications) {
        List<Fault> faults = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            Member member = members.get(i);
            String field = "members[%d]".formatted(i);
            if (!seen.add(member.account())) {
                faults.add(new Fault(field + ".accountId", "一个人在队伍里只写一次"));
            }
            if (!known.containsAll(member.grids())) {
                faults.add(new Fault(field + ".grids", "只能是本社区的网格"));
            }
            if (member.part() == Part.GRID_WORKER
                    && (member.grids().isEmpty() || member.grids().size() > MOST_GRIDS)) {
                faults.add(new Fault(field + ".grids", "每名网格员负责 1 到 2 个网格"));
            }
            if (member.qualifications().stream()
                    .anyMatch(code -> qualifications.find(code).isEmpty())) {
                faults.add(new Fault(field + ".qualifications", "没有这种专长"));
            }
        }
        if (all(Part.SECRETARY).size() > 1) {
            faults.add(new Fault("members", "社区书记只能有一位"));
        }
        return faults;
    }

    /** What is missing of 1+3+N, each a sentence; empty for a team that is complete. */
    public List<String> missing(Collection<String> grids) {
        List<String> missing = new ArrayList<>();
        if (all(Part.SECRETARY).isEmpty()) {
            missing.add("缺 1 名社区书记");
        }
        int workers = all(Part.GRID_WORKER).size();
        if (workers < GRID_WORKERS) {
            missing.add("缺 %d 名网格员".formatted(GRID_WORKERS - workers));
        }
        if (all(Part.HELPER).isEmpty()) {
            missing.add("缺志愿者或专业人员");
        }
        Set<String> uncovered = new TreeSet<>(grids);
        all(Part.GRID_WORKER).forEach(worker -> worker.grids().forEach(uncovered::remove));
        uncovered.forEach(grid -> missing.add("网格 %s 没有网格员".formatted(grid)));
        return missing;
    }

    /** Somebody who should come along, and the needs and tags that it is for. */
    public record Companion(Member member, Set<String> because) {}

    /**
     * Who comes along.
     *
     * @param uncovered needs and tags that somebody should answer and nobody in the team can
     */
    public record Company(List<Companion> companions, Set<String> uncovered) {}

    /**
     * Who of the team should come along to a home in this grid: its grid worker, and as few helpers as answer what it needs; of two
     * who answer as much, the one that was written first.
     */
    public Company companyFor(String grid, Collection<String> words, Qualifications qualifications) {
        List<Companion> companions = all(Part.GRID_WORKER).stream()
                .filter(worker -> worker.grids().contains(grid))
                .limit(1)
                .map(worker -> new Companion(worker, Set.of()))
                .collect(Collectors.toCollection(ArrayList::new));
        Set<String> open = words.stream()
                .filter(word -> !qualifications.forHome(Set.of(word)).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Member> left = new ArrayList<>(
                members.stream().filter(member -> member.helpsIn(grid)).toList());
        while (!open.isEmpty() && !left.isEmpty()) {
            Member best = left.get(0);
            for (Member member : left) {
                best = answers(member, open, qualifications).size()
                                > answers(best, open, qualifications).size()
                        ? member
                        : best;
            }
            Set<String> answered = answers(best, open, qualifications);
            if (answered.isEmpty()) {
                break;
            }
            companions.add(new Companion(best, answered));
            left.remove(best);
            open.removeAll(answered);
        }
        return new Company(merged(companions), open);
    }

    private static Set<String> answers(Member member, Set<String> open, Qualifications qualifications) {
        return open.stream()
                .filter(word -> qualifications.forHome(Set.of(word)).stream()
                        .anyMatch(one -> member.qualifications().contains(one.code())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A grid worker who comes anyway and answers a need is one person. */
    private static List<Companion> merged(List<Companion> companions) {
        return companions.stream()
                .map(Companion::member)
                .distinct()
                .map(member -> new Companion(
                        member,
                        companions.stream()
                                .filter(one -> one.member().equals(member))
                                .flatMap(one -> one.because().stream())
                                .collect(Collectors.toCollection(TreeSet::new))))
                .toList();
    }

    /** Everybody in it. */
    public Stream<Long> people() {
        return members.stream().map(Member::account);
    }
}

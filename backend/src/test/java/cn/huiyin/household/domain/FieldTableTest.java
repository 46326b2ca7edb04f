package cn.huiyin.household.domain;

import static cn.huiyin.household.domain.Sight.FULL;
import static cn.huiyin.household.domain.Sight.HIDDEN;
import static cn.huiyin.household.domain.Sight.MASKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.household.HouseholdRules;
import cn.huiyin.identity.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FieldTableTest {

    private final FieldTable table = HouseholdRules.builtIn().fields();

    @ParameterizedTest
    @CsvSource({
        "OWN,         member.name FULL, member.phone MASKED, member.idNumber MASKED, member.health FULL,   file.note FULL",
        "GRID_WORKER, member.name FULL, member.phone FULL,   member.idNumber MASKED, member.health FULL,   file.note FULL",
        "DISPATCHER,  member.name FULL, member.phone FULL,   member.idNumber MASKED, member.health MASKED, file.note MASKED",
        "SUPERVISOR,  member.name MASKED, member.phone MASKED, member.idNumber HIDDEN, member.health HIDDEN, file.note HIDDEN",
        "VISITOR,     member.name MASKED, member.phone MASKED, member.idNumber HIDDEN, member.health HIDDEN, file.note HIDDEN",
    })
    void eachPartSeesWhatTheTableSays(String part, String one, String two, String three, String four, String five) {
        for (String cell : List.of(one, two, three, four, five)) {
            String[] words = cell.split(" ");
            assertThat(table.sight(Set.of(part), words[0]))
                    .as(part + " " + cell)
                    .isEqualTo(Sight.valueOf(words[1]));
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleThatTheTableDoesNotNameSeesNothing(Role role) {
        boolean named = table.parts().contains(role.name());

        for (String field : table.fields()) {
            Sight sight = table.sight(Set.of(role.name()), field);
            assertThat(named || sight == HIDDEN).as(role + " " + field).isTrue();
        }
    }

    @Test
    void whateverIsNotNamedIsHidden() {
        assertThat(table.sight(Set.of("GRID_WORKER"), "member.income")).isEqualTo(HIDDEN);
        assertThat(table.sight(Set.of("grid_worker"), "member.name")).isEqualTo(HIDDEN);
        assertThat(table.sight(Set.of(""), "member.name")).isEqualTo(HIDDEN);
        assertThat(table.sight(List.of(), "member.name")).isEqualTo(HIDDEN);
    }

    @Test
    void ofSeveralPartsTheWidestCounts() {
        assertThat(table.sight(Set.of("SUPERVISOR", "GRID_WORKER"), "member.phone"))
                .isEqualTo(FULL);
        assertThat(table.sight(Set.of("SUPERVISOR", "ADMIN"), "member.phone")).isEqualTo(MASKED);
    }

    @Test
    void aTableWithAHoleOrAStrangeWordIsNotRead() {
        assertThatThrownBy(() -> FieldTable.read("field,A,B\nx,FULL")).hasMessageContaining("x");
        assertThatThrownBy(() -> FieldTable.read("field,A\nx,PARTLY")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FieldTable.read("field,A\nx,FULL\nx,HIDDEN")).hasMessageContaining("twice");
    }
}

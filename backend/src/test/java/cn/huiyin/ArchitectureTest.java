package cn.huiyin;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.modulith.core.ApplicationModules;

/** The house is as it is drawn. */
class ArchitectureTest {

    private static JavaClasses house;

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("cn.huiyin");
    }

    @Test
    void modulesUseOnlyWhatTheirFirstLineAllows() {
        ApplicationModules.of(HuiyinApplication.class, ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .verify();
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return RULES.stream().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(house)));
    }

    @Test
    void everyPackageSaysThatNothingInItIsNullUnlessItSaysSo() {
        Assertions.assertThat(packages().filter(room -> !room.isAnnotatedWith(NullMarked.class)))
                .isEmpty();
    }

    private static Stream<JavaPackage> packages() {
        return house.stream().map(JavaClass::getPackage).distinct();
    }

    private static final List<ArchRule> RULES = List.of(
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "reactor..", "org.reactivestreams..", "org.springframework..", "io.r2dbc..", "io.netty..")
                    .as("what decides knows neither Reactor nor Spring nor a database"),
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("..web..", "..store..").and(resideInAPackage("cn.huiyin..")))
                    .as("what decides knows neither the web nor a store"),
            noClasses()
                    .that()
                    .resideInAPackage("..domain..")
                    .should(ClockRules.READ_A_CLOCK)
                    .as("what decides is told the time"),
            noClasses()
                    .that()
                    .resideInAPackage("cn.huiyin.identity.store")
                    .and()
                    .doNotHaveSimpleName("Turns")
                    .should(ClockRules.READ_A_CLOCK)
                    .as("sessions last by Redis's clock, whatever a node's own says"),
            noClasses()
                    .that()
                    .resideInAPackage("..store..")
                    .should()
                    .dependOnClassesThat(resideInAPackage("cn.huiyin..web.."))
                    .as("what remembers does not know who asks"),
            noClasses()
                    .that(not(resideInAPackage("cn.huiyin.wechat..")))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("cn.huiyin.wechat..")
                    .as("nobody imports wechat"),
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Utils?|Helper|Base|Common\\w*)")
                    .as("a class is named for its deed"),
            slices().matching("cn.huiyin.(*)..").should().beFreeOfCycles().as("modules have no circles"));
}

package org.tafsim.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Serializable;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The rules of ARCHITECTURE.md, section 8: a run depends on its scenario and its seed, on nothing else. Clocks, files, the
 * environment, other threads and chance stay outside the simulator.
 */
@AnalyzeClasses(packages = "org.tafsim", importOptions = DoNotIncludeTests.class)
class NoAmbientStateTest {

    /** Functions that platforms may compute differently in the last bit; StrictMath's may not. */
    private static final String INEXACT = "sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log10|log1p"
            + "|pow|cbrt|hypot|toRadians|toDegrees";

    /** Classes that may use Math's inexact functions all the same; a reason beside each. */
    private static final Class<?>[] MAY_BE_INEXACT = {};

    @ArchTest
    static final ArchRule NOTHING_READS_A_CLOCK = noClasses()
            .should()
            .accessTargetWhere(access("java.lang.System", "nanoTime|currentTimeMillis"))
            .orShould()
            .accessTargetWhere(access("java.time.*", "now|system.*"));

    @ArchTest
    static final ArchRule NOTHING_IS_LEFT_TO_CHANCE = noClasses()
            .should()
            .accessTargetWhere(access("java.lang.(Strict)?Math", "random"))
            .orShould()
            .accessTargetWhere(access("java.util.UUID", "randomUUID"))
            .orShould()
            .accessTargetWhere(access("java.util.Collections", "shuffle"))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class, RandomGenerator.class));

    @ArchTest
    static final ArchRule NOTHING_PRINTS_EXITS_OR_ASKS_THE_ENVIRONMENT = noClasses()
            .should()
            .accessTargetWhere(access("java.lang.System", "out|err|in|exit|load.*|getenv|.*Propert(y|ies)"))
            .orShould()
            .accessTargetWhere(access(".*", "printStackTrace|identityHashCode"))
            .orShould()
            .dependOnClassesThat(belongToAnyOf(Runtime.class, ProcessBuilder.class));

    @ArchTest
    static final ArchRule NOTHING_TOUCHES_FILES_OR_THE_NETWORK = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.io", "java.net..", "java.nio.file..", "java.nio.channels..")
                    .and(not(belongToAnyOf(Serializable.class)))); // lambdas of the JDK's own interfaces

    @ArchTest
    static final ArchRule A_RUN_IS_ONE_THREAD = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("java.util.concurrent..").or(belongToAnyOf(Thread.class, ThreadLocal.class)))
            .orShould()
            .accessTargetWhere(access(".*", "parallel|parallelStream"));

    @ArchTest
    static final ArchRule STATIC_FIELDS_ARE_FINAL = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule TABLES_OF_CONSTANTS_ARE_PRIVATE = noFields()
            .that()
            .areStatic()
            .and()
            .areNotPrivate()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveRawType(describe("an array", JavaClass::isArray));

    @ArchTest
    static final ArchRule NUMBERS_ARE_THE_SAME_ON_EVERY_PLATFORM = noClasses()
            .that(not(belongToAnyOf(MAY_BE_INEXACT)))
            .should()
            .accessTargetWhere(access("java.lang.Math", INEXACT));

    /** A call, a method reference or a field access; both names are regular expressions. */
    private static DescribedPredicate<JavaAccess<?>> access(String owner, String member) {
        return describe(
                "%s.%s".formatted(owner, member),
                access -> access.getTargetOwner().getName().matches(owner)
                        && access.getName().matches(member));
    }
}

package org.tafsim.policies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.RoutingPolicy;

/** Shipped policies see what a third party's would: the contract, the model, units and random streams. */
@AnalyzeClasses(packages = "org.tafsim.policies", importOptions = DoNotIncludeTests.class)
class PoliciesArchitectureTest {

    @ArchTest
    static final ArchRule POLICIES_SEE_THE_CONTRACT_ONLY = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "org.tafsim.policies..",
                    "org.tafsim.policy",
                    "org.tafsim.model",
                    "org.tafsim.units",
                    "org.tafsim.kernel.random",
                    "umontreal.ssj.rng",
                    "org.jspecify.annotations",
                    "java.lang..",
                    "java.math",
                    "java.util..");

    @ArchTest
    static final ArchRule POLICIES_ARE_FINAL_AND_BUILT_BY_THEIR_TYPE = classes()
            .that()
            .implement(RoutingPolicy.class)
            .or()
            .implement(HarvestPolicy.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveOnlyPrivateConstructors();

    @ArchTest
    static final ArchRule THE_LANGUAGE_KNOWS_NO_POLICY = noClasses()
            .that()
            .resideInAPackage("..expression")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(RoutingPolicy.class);
}

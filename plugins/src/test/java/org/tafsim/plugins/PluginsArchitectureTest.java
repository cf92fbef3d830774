package org.tafsim.plugins;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What brings policies in from outside knows the contract, and no more of the engine than a policy does. */
@AnalyzeClasses(packages = "org.tafsim.plugins", importOptions = DoNotIncludeTests.class)
class PluginsArchitectureTest {

    @ArchTest
    static final ArchRule NOTHING_OF_THE_ENGINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.tafsim.engine..",
                    "org.tafsim.serving..",
                    "org.tafsim.network..",
                    "org.tafsim.workload..",
                    "org.tafsim.sovereignty..",
                    "org.tafsim.scenario..",
                    "org.tafsim.experiment..",
                    "org.tafsim.cli..");

    @ArchTest
    static final ArchRule NOBODY_PRINTS_OR_EXITS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);
}

package org.tafsim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;

/** The arrows of ARCHITECTURE.md, section 1. Each package names what it may use; nobody uses what is not named. */
@AnalyzeClasses(packages = "org.tafsim", importOptions = DoNotIncludeTests.class)
class LayeringTest {

    /** Java, annotations, and the three numerical libraries. */
    private static final String[] LIBRARIES = {
        "java..", "org.jspecify.annotations", "umontreal.ssj..", "org.apache.commons.math3..", "org.HdrHistogram"
    };

    @ArchTest
    static final ArchRule UNITS_USE_NOTHING = mayUse("units");

    @ArchTest
    static final ArchRule THE_KERNEL_KNOWS_NO_AI_AND_NO_TELCO = mayUse("kernel", "units");

    @ArchTest
    static final ArchRule STATISTICS_KNOW_NUMBERS_ONLY = mayUse("stats", "units");

    @ArchTest
    static final ArchRule THE_MODEL_IS_MADE_OF_ITSELF = mayUse("model", "units");

    @ArchTest
    static final ArchRule THE_POLICY_CONTRACT_SPEAKS_OF_THE_MODEL = mayUse("policy", "model");

    @ArchTest
    static final ArchRule STATIONS_KNOW_QUEUES_ONLY = mayUse("station", "kernel", "stats", "units");

    @ArchTest
    static final ArchRule RADIO_KNOWS_NO_OTHER_SUB_MODEL = subModel("radio");

    @ArchTest
    static final ArchRule CELLS_KNOW_NO_OTHER_SUB_MODEL = subModel("cell");

    @ArchTest
    static final ArchRule THE_NETWORK_KNOWS_RADIO_AND_CELLS =
            mayUse("network", "radio", "cell", "kernel", "stats", "model", "units");

    @ArchTest
    static final ArchRule SERVING_KNOWS_NO_OTHER_SUB_MODEL = subModel("serving");

    @ArchTest
    static final ArchRule THE_RADIO_NETWORK_KNOWS_NO_OTHER_SUB_MODEL = subModel("ran");

    @ArchTest
    static final ArchRule SOVEREIGNTY_KNOWS_NO_OTHER_SUB_MODEL = subModel("sovereignty");

    @ArchTest
    static final ArchRule WORKLOAD_KNOWS_NO_OTHER_SUB_MODEL = subModel("workload");

    @ArchTest
    static final ArchRule ENERGY_KNOWS_NO_OTHER_SUB_MODEL = subModel("energy");

    @ArchTest
    static final ArchRule THE_LIFE_OF_MODELS_KNOWS_NO_OTHER_SUB_MODEL = subModel("life");

    @ArchTest
    static final ArchRule THE_ENGINE_WIRES_THEM_ALL = mayUse(
            "engine",
            "units",
            "kernel",
            "stats",
            "model",
            "policy",
            "station",
            "cell",
            "radio",
            "network",
            "serving",
            "ran",
            "sovereignty",
            "workload",
            "energy",
            "life");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_HAS_ITS_ARROWS = classes()
            .should()
            .resideInAnyPackage(Stream.of(
                            "units",
                            "kernel",
                            "stats",
                            "model",
                            "policy",
                            "station",
                            "cell",
                            "radio",
                            "network",
                            "serving",
                            "ran",
                            "sovereignty",
                            "workload",
                            "energy",
                            "life",
                            "engine")
                    .map(LayeringTest::inside)
                    .toArray(String[]::new));

    @ArchTest
    static final ArchRule THERE_ARE_NO_CYCLES =
            slices().matching("org.tafsim.(**)").should().beFreeOfCycles();

    private static ArchRule subModel(String name) {
        return mayUse(name, "kernel", "stats", "model", "units");
    }

    /** Holds for packages that are not written yet, too. */
    private static ArchRule mayUse(String name, String... others) {
        String[] allowed = Stream.of(Stream.of(name), Arrays.stream(others))
                .flatMap(names -> names)
                .map(LayeringTest::inside)
                .toArray(String[]::new);
        String[] allowedAndLibraries =
                Stream.concat(Arrays.stream(allowed), Arrays.stream(LIBRARIES)).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowedAndLibraries)
                .allowEmptyShould(true);
    }

    private static String inside(String name) {
        return "org.tafsim." + name + "..";
    }
}

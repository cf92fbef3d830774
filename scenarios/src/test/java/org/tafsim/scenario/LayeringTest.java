package org.tafsim.scenario;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Text with positions at the bottom, catalogs and traces on it, fits on traces, networks of others on catalogs, scenarios on top. */
@AnalyzeClasses(packages = "org.tafsim.scenario", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("scenarios")
            .definedBy("org.tafsim.scenario")
            .layer("catalog")
            .definedBy("org.tafsim.scenario.catalog")
            .layer("trace")
            .definedBy("org.tafsim.scenario.trace")
            .layer("topology")
            .definedBy("org.tafsim.scenario.topology")
            .layer("mobility")
            .definedBy("org.tafsim.scenario.mobility")
            .layer("fit")
            .definedBy("org.tafsim.scenario.trace.fit")
            .layer("source")
            .definedBy("org.tafsim.scenario.source")
            .whereLayer("scenarios")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("catalog")
            .mayOnlyBeAccessedByLayers("scenarios", "topology")
            .whereLayer("fit")
            .mayOnlyBeAccessedByLayers("scenarios")
            .whereLayer("trace")
            .mayOnlyBeAccessedByLayers("scenarios", "fit")
            .whereLayer("topology")
            .mayOnlyBeAccessedByLayers("scenarios")
            .whereLayer("mobility")
            .mayOnlyBeAccessedByLayers("scenarios");
}

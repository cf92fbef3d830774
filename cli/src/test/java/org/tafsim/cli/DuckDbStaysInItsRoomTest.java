package org.tafsim.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Loading DuckDB costs a second, and not every machine can: only who needs it does. */
@AnalyzeClasses(packages = "org.tafsim", importOptions = DoNotIncludeTests.class)
class DuckDbStaysInItsRoomTest {

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_DUCKDB = noClasses()
            .that()
            .resideOutsideOfPackage("org.tafsim.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.duckdb..", "java.sql..");

    @ArchTest
    static final ArchRule THE_SIMULATOR_DOES_NOT_KNOW_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackages("org.tafsim.store", "org.tafsim.report.serve", "org.tafsim.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.tafsim.store");
}

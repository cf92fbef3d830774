package org.tafsim.experiment.pack;

import java.util.Optional;

/**
 * What came of a package that was to be run again.
 *
 * @param check of the package, before anything ran
 * @param verdict on the results; empty where the package is not sound, and nothing ran
 * @param ran what was simulated, e.g. {@code 2 policies, 3 of 3 replications}
 * @param versionNote that another version of tafsim made the package; empty where it is this one
 */
public record RerunReport(CheckReport check, Optional<Verdict> verdict, String ran, Optional<String> versionNote) {}

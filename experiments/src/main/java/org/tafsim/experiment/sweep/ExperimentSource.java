package org.tafsim.experiment.sweep;

import java.nio.file.Path;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.ExperimentReader;
import org.tafsim.scenario.ScenarioReader;

/**
 * An experiment as text.
 *
 * @param name how problems call it
 * @param text in YAML
 * @param folder against which its base is resolved
 */
public record ExperimentSource(String name, String text, Path folder) {

    /** Of a file. */
    public static ExperimentSource of(Path file) {
        return new ExperimentSource(file.toString(), ExperimentReader.text(file), ScenarioReader.folderOf(file));
    }

    /**
     * What it says.
     *
     * @param mayBeHuge whether more than a million points are wanted
     * @throws org.tafsim.scenario.ScenarioException with all problems
     */
    public Experiment read(boolean mayBeHuge) {
        return ExperimentReader.read(name, text, folder, mayBeHuge);
    }
}

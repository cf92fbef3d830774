package org.tafsim.cli.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.experiment.ScenarioReaders;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.trace.TraceFiles;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a scenario is changed while it is read. */
public final class ScenarioOptions {

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            converter = OverrideReader.class,
            description = "Change a value of the file, as often as needed: run.duration='2 min', "
                    + "apps[id=chat].arrivals.rate='4 /s', 'sites[*].uplink=1 Gbit/s'.")
    private List<ScenarioOverride> overrides = new ArrayList<>();

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Replay this trace: stands for --set apps[0].arrivals.path=FILE, relative to where you are.")
    private @Nullable Path trace;

    /**
     * Reads a scenario.
     *
     * @param policies that it may name
     * @throws org.tafsim.scenario.ScenarioException with all that is wrong with it
     */
    public Scenario read(Path file, PolicySet policies) {
        List<ScenarioOverride> all = new ArrayList<>(overrides);
        if (trace != null) {
            all.add(new ScenarioOverride("apps[0].arrivals.path", quoted(trace)));
        }
        return ScenarioReaders.of(policies).read(file, all);
    }

    /** Opens the traces of a scenario's file. */
    public static TraceFiles traces(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return new TraceFiles(folder == null ? file : folder);
    }

    /** As YAML, whatever characters the path has. */
    private static String quoted(Path path) {
        return "'" + path.toAbsolutePath().toString().replace("'", "''") + "'";
    }

    /** From {@code key=value}. */
    static final class OverrideReader implements ITypeConverter<ScenarioOverride> {
        @Override
        public ScenarioOverride convert(String text) {
            try {
                return ScenarioOverride.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}

package org.tafsim.cli.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.experiment.sweep.ExperimentSource;
import org.tafsim.scenario.ScenarioOverride;

/** An experiment typed on the command line: {@code a.b=1,2,3 c.d=range(50,200,50)}. */
final class QuickExperiment {

    private QuickExperiment() {}

    /** As the file that would say the same. */
    static ExperimentSource of(Path scenario, List<String> axes, int replications) {
        StringBuilder text = new StringBuilder("apiVersion: tafsim/v1\nkind: Experiment\n");
        text.append("name: ").append(quoted(nameOf(scenario))).append('\n');
        text.append("base: ")
                .append(quoted(String.valueOf(scenario.getFileName())))
                .append('\n');
        text.append("replications: ").append(replications).append('\n');
        text.append("sweep:\n  - grid:\n");
        for (String axis : axes) {
            ScenarioOverride parsed = parse(axis);
            text.append("      ")
                    .append(quoted(parsed.path()))
                    .append(": ")
                    .append(values(parsed.value()))
                    .append('\n');
        }
        Path folder = scenario.toAbsolutePath().normalize().getParent();
        return new ExperimentSource("the command line", text.toString(), folder == null ? scenario : folder);
    }

    private static ScenarioOverride parse(String axis) {
        try {
            return ScenarioOverride.parse(axis);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "\"%s\" says nothing to vary; expected e.g. 'apps[id=chat].arrivals.rate=1 /s,2 /s,4 /s'."
                            .formatted(axis));
        }
    }

    private static String nameOf(Path scenario) {
        return String.valueOf(scenario.getFileName()).replaceFirst("\\.ya?ml$", "") + "-sweep";
    }

    private static String values(String text) {
        if (text.startsWith("range(") && text.endsWith(")")) {
            String[] ends = text.substring("range(".length(), text.length() - 1).split(",", -1);
            if (ends.length == 3) {
                return "{range: [%s, %s], step: %s}"
                        .formatted(quoted(ends[0].strip()), quoted(ends[1].strip()), quoted(ends[2].strip()));
            }
            throw new InvalidInputException("\"%s\" is not a range; expected range(first,last,step).".formatted(text));
        }
        return split(text).stream().map(QuickExperiment::value).collect(Collectors.joining(", ", "[", "]"));
    }

    /** At commas outside of brackets. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ',' : text.charAt(i);
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == text.length())) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        return parts;
    }

    private static String value(String text) {
        return text.startsWith("[") || text.startsWith("{") ? text : quoted(text);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}

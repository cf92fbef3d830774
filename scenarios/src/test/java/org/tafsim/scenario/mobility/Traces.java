package org.tafsim.scenario.mobility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Problems;

/** Made-up traces, and what is said of them. */
final class Traces {

    /** Two cars for ten minutes, of 10 m/s: one goes, one stands at a light; the third comes and goes, and comes again. */
    static final String SMALL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <fcd-export xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <timestep time="0.00"><vehicle id="a" x="0.00" y="0.00" angle="90.00" type="car" speed="10.00" pos="1" lane="e_0" slope="0"/>
                    <vehicle id="b" x="5.0" y="5.0" speed="0.00"/></timestep>
                <timestep time="300.00"><vehicle id="a" x="3000.00" y="0.00" speed="10.00"/>
                    <vehicle id="b" x="5.0" y="5.0" speed="0.00"/><vehicle id="c" x="1" y="2" speed="9"/><person id="p"/></timestep>
                <timestep time="500.00"><vehicle id="a" x="5000.00" y="0.00" speed="10.00"/></timestep>
                <timestep time="600.00"><vehicle id="a" x="6000.00" y="0.00" speed="10.00"/><vehicle id="c" x="9" y="9" speed="9"/></timestep>
            </fcd-export>
            """;

    private Traces() {}

    static Path file(Path folder, String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    static MobilityTrace.Choices radius(double meters) {
        return new MobilityTrace.Choices(OptionalDouble.of(meters), Optional.empty(), Optional.empty());
    }

    static MobilityMeasures measure(Path file, MobilityTrace.Choices choices) {
        Problems problems = new Problems();
        Optional<MobilityMeasures> measures = MobilityTrace.measure(file, choices, problems);
        if (measures.isEmpty()) {
            throw new AssertionError(problems.list());
        }
        return measures.get();
    }

    /** What is wrong with a file, each as its line without the folder. */
    static List<String> problems(Path file, MobilityTrace.Choices choices) {
        Problems problems = new Problems();
        Optional<MobilityMeasures> measures = MobilityTrace.measure(file, choices, problems);
        List<String> lines = new ArrayList<>();
        for (Problem problem : problems.list()) {
            lines.add(problem.toString().replace(file.getParent() + "/", ""));
        }
        if (measures.isPresent() != lines.isEmpty()) {
            throw new AssertionError("measures and problems: " + lines);
        }
        return lines;
    }
}

package org.tafsim.cli.league;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.model.Scenario;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.source.Problem;
import org.tafsim.scenario.source.Suggestions;

/**
 * The scenarios of a tournament.
 *
 * @param fixtures that can be played, by name
 * @param leftOut those of the folder that cannot be read here, a line each
 */
record Field(List<Fixture> fixtures, List<String> leftOut) {

    private static final Path FOLDER = Path.of("scenarios");
    private static final String ENDING = ".yaml";

    /** A scenario and its file. */
    record Fixture(Path file, Scenario scenario) {}

    /**
     * Those that are named, all of which must be sound; where none is, all of the folder {@code scenarios}.
     *
     * @param names of files there, or paths of files
     * @throws InvalidInputException where a name is not known, or there is no scenario
     * @throws ScenarioException with all that is wrong with scenarios that were named
     */
    static Field of(List<String> names, ScenarioReader reader) throws IOException {
        return names.isEmpty() ? ofFolder(reader) : ofNames(names, reader);
    }

    private static Field ofFolder(ScenarioReader reader) throws IOException {
        List<Fixture> fixtures = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Path file : listShipped()) {
            try {
                fixtures.add(new Fixture(file, reader.read(file, List.of())));
            } catch (ScenarioException wrong) {
                leftOut.add(wrong.problems().get(0).toString());
            }
        }
        if (fixtures.isEmpty()) {
            throw new InvalidInputException(
                    "there is no scenario that can be read in the folder %s here.".formatted(FOLDER)
                            + " Maybe go to tafsim's folder, or name files: --scenarios a.yaml,b.yaml");
        }
        return new Field(fixtures, leftOut);
    }

    private static Field ofNames(List<String> names, ScenarioReader reader) throws IOException {
        List<Fixture> fixtures = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names.stream().map(String::strip).distinct().toList()) {
            Path file = name.endsWith(ENDING) ? Path.of(name) : FOLDER.resolve(name + ENDING);
            if (!Files.exists(file)) {
                unknown.add("--scenarios: there is no scenario '%s'.%s".formatted(name, hint(name)));
                continue;
            }
            try {
                fixtures.add(new Fixture(file, reader.read(file, List.of())));
            } catch (ScenarioException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidInputException(String.join("\n", unknown));
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(problems);
        }
        return new Field(fixtures, List.of());
    }

    private static String hint(String name) throws IOException {
        List<String> shipped = listShipped().stream()
                .map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.yaml$", ""))
                .toList();
        return Suggestions.maybe(name, shipped).map(" "::concat).orElse("");
    }

    private static List<Path> listShipped() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        }
    }
}

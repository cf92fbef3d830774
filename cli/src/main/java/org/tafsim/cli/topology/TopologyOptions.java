package org.tafsim.cli.topology;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Words;
import org.tafsim.experiment.NewFiles;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.topology.Coordinates;
import org.tafsim.scenario.topology.Topology;
import org.tafsim.scenario.topology.TopologyChoices;
import org.tafsim.scenario.topology.TopologyFiles;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A file of a network, and how to read it. */
final class TopologyOptions {

    @Parameters(
            paramLabel = "FILE",
            description = "GraphML, SNDlib native or XML, or TopoHub JSON; its content tells which.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--coordinates",
            paramLabel = "KIND",
            converter = CoordinateWords.class,
            description =
                    "decimal (degrees), degrees-minutes (52.20 is 52° 20′) or plane (a drawing); found out if not said.")
    private @Nullable Coordinates coordinates;

    @Option(names = "--europe", description = "Leave out what lies outside Europe.")
    private boolean isEuropeOnly;

    Path file() {
        return file;
    }

    /** The network on the map. */
    Topology read() {
        Problems problems = new Problems();
        TopologyChoices choices = new TopologyChoices(Optional.ofNullable(coordinates), isEuropeOnly);
        return new TopologyFiles(Catalog.shipped())
                .read(file, choices, problems)
                .orElseThrow(() -> new ScenarioException(problems.list()));
    }

    /** Writes a file as a whole or not at all. */
    static void write(Path target, byte[] bytes) throws IOException {
        try {
            NewFiles.write(target, bytes);
        } catch (NoSuchFileException e) {
            throw new InvalidInputException("%s cannot be written: its folder does not exist.".formatted(target));
        }
    }

    /** Kinds of coordinates as people type them. */
    static final class CoordinateWords extends Words<Coordinates> {
        CoordinateWords() {
            super(Coordinates.class);
        }
    }
}

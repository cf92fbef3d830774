package org.tafsim.cli.mobility;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.mobility.MobilityMeasures;
import org.tafsim.scenario.mobility.MobilityTrace;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A trace of vehicles, and the cells and zones that it is measured on. */
final class MobilityInput {

    private static final Format<Double> RADIUS = Quantities.DISTANCE.that(meters -> meters > 0, "be more than zero");

    @Parameters(paramLabel = "FILE", description = "SUMO's floating-car output: XML, or the same packed (.gz).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path file;

    @Option(
            names = "--cells-radius",
            paramLabel = "LENGTH",
            description = "Radius of a circle as large as a cell; of hexagons, but for --cells (default: 250 m).")
    private @Nullable String radius;

    @Option(
            names = "--cells",
            paramLabel = "FILE",
            description = "CSV with columns x,y (m): a cell is what lies nearest to its point.")
    private @Nullable Path cells;

    @Option(
            names = "--zones",
            paramLabel = "FILE",
            description =
                    "CSV with columns zone,x,y (m): a zone, such as a population, is what lies nearest to its points.")
    private @Nullable Path zones;

    Path file() {
        return file;
    }

    boolean hasZones() {
        return zones != null;
    }

    MobilityMeasures measures() {
        Problems problems = new Problems();
        MobilityTrace.Choices choices =
                new MobilityTrace.Choices(radius(), Optional.ofNullable(cells), Optional.ofNullable(zones));
        return MobilityTrace.measure(file, choices, problems).orElseThrow(() -> new ScenarioException(problems.list()));
    }

    private OptionalDouble radius() {
        if (radius == null) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(RADIUS.parse(radius));
        } catch (Format.Refused e) {
            throw new InvalidInputException(
                    "--cells-radius: \"%s\" is not a distance such as 300 m, more than zero.".formatted(radius));
        }
    }
}

package org.tafsim.scenario.mobility;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;

/** Measures a trace of vehicles on cells, and between zones. */
public final class MobilityTrace {

    /** Radius of a cell where nothing says one (m). */
    public static final double USUAL_RADIUS_METERS = 250;

    /** Positions that move by less than this share of what speeds say are no meters. */
    private static final double LEAST_DRIFT = 0.01;

    private MobilityTrace() {}

    /**
     * What to measure on.
     *
     * @param radiusMeters of a circle as large as a cell; of hexagons, where there are no cells
     * @param cells points {@code x,y} of a CSV file, around which cells lie
     * @param zones points {@code zone,x,y} of a CSV file, around which zones lie
     */
    public record Choices(OptionalDouble radiusMeters, Optional<Path> cells, Optional<Path> zones) {}

    /** The measures of a file; empty where it, or one of the others, is wrong. The problems are noted. */
    public static Optional<MobilityMeasures> measure(Path file, Choices choices, Problems problems) {
        int before = problems.count();
        Optional<MobilityTally> tally = tally(choices, problems);
        if (tally.isEmpty()) {
            return Optional.empty();
        }
        FloatingCars.read(file, problems, tally.get());
        if (problems.count() == before) {
            check(Place.of(file.toString()), tally.get(), problems);
        }
        return problems.count() > before
                ? Optional.empty()
                : Optional.of(tally.get().measures());
    }

    private static Optional<MobilityTally> tally(Choices choices, Problems problems) {
        int before = problems.count();
        Optional<NearestCells> points = choices.cells()
                .flatMap(path -> PointFile.read(path, false, problems))
                .map(NearestCells::new);
        Optional<ZoneTally> zones = choices.zones()
                .flatMap(path -> PointFile.read(path, true, problems))
                .map(ZoneTally::new);
        double radius = choices.radiusMeters()
                .orElseGet(() -> points.map(NearestCells::estimatedRadiusMeters).orElse(USUAL_RADIUS_METERS));
        if (problems.count() == before && !(radius > 0)) {
            problems.report(
                    Place.of(choices.cells().map(Path::toString).orElse("cells")),
                    "does not tell how large cells are. Maybe state --cells-radius.");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        Cells cells = points.isPresent() ? points.get() : new HexagonalCells(radius);
        return Optional.of(new MobilityTally(cells, radius, zones));
    }

    private static void check(Place file, MobilityTally tally, Problems problems) {
        if (tally.isEmpty()) {
            problems.report(file, "shows no vehicle in two timesteps that follow each other.");
        } else if (tally.statedMeters() > 0 && tally.driftMeters() < LEAST_DRIFT * tally.statedMeters()) {
            problems.report(
                    file,
                    "vehicles go %.0f m by their speeds and %.3f by their positions. Maybe these are degrees (--fcd-output.geo); expected meters."
                            .formatted(tally.statedMeters(), tally.driftMeters()));
        }
    }
}

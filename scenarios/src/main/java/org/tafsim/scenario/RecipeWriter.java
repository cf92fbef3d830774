package org.tafsim.scenario;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.scenario.trace.TelecomGrid;
import org.tafsim.scenario.trace.fit.Recipe;

/** Writes what was fitted to recorded workload as scenarios state it. */
public final class RecipeWriter {

    private static final double METERS_PER_DEGREE = 111_195;
    private static final int DIGITS = 1_000_000;

    private RecipeWriter() {}

    /** Lines for the entry of an application. */
    public static List<String> app(Recipe recipe) {
        List<String> lines = new ArrayList<>();
        lines.add("arrivals: " + AppWriter.arrivals(recipe.arrivals()));
        recipe.profile().ifPresent(profile -> lines.add("profile: " + profile(profile)));
        recipe.prompt().ifPresent(length -> lines.add("prompt: " + ProfileWriter.length(length)));
        recipe.output().ifPresent(length -> lines.add("output: " + ProfileWriter.length(length)));
        return lines;
    }

    /** A shape over the day. */
    public static String profile(DiurnalProfile profile) {
        return new Entry()
                .raw("hours", YamlText.list(profile.hourlyFactors(), YamlText::number))
                .number("startHour", profile.startHour())
                .toString();
    }

    /**
     * Where and how the users of a grid are.
     *
     * @param name that the populations begin with
     * @param country code of the grid
     * @param south latitude of its south-western corner (degrees)
     * @param west longitude of its south-western corner (degrees)
     * @param access radio access of the catalog
     * @param upf placement of the UPF
     */
    public record GridPlace(String name, String country, double south, double west, String access, String upf) {}

    /** An entry of a scenario's populations for each block of a grid's squares, its share of the activity as weight. */
    public static List<String> populations(TelecomGrid grid, int blockSide, GridPlace place) {
        double total = grid.total();
        double side = blockSide * TelecomGrid.SQUARE_METERS / METERS_PER_DEGREE;
        double shrink = StrictMath.cos(StrictMath.toRadians(place.south()));
        return grid.blocks(blockSide).stream()
                .map(block -> {
                    String id = "%s-%d-%d".formatted(place.name(), block.row(), block.column());
                    return new Entry()
                            .word("id", id)
                            .word("city", id)
                            .word("country", place.country())
                            .number("latitude", rounded(place.south() + (block.row() + 0.5) * side))
                            .number("longitude", rounded(place.west() + (block.column() + 0.5) * side / shrink))
                            .number("weight", Math.max(1.0 / DIGITS, rounded(block.activity() / total)))
                            .word("access", place.access())
                            .word("upf", place.upf())
                            .toString();
                })
                .toList();
    }

    /** The day of a grid. */
    public static Optional<DiurnalProfile> day(TelecomGrid grid, ZoneId zone) {
        return grid.hours(zone)
                .map(hours -> new DiurnalProfile(
                        hours.stream().map(RecipeWriter::rounded).toList(), 0));
    }

    private static double rounded(double value) {
        return Math.rint(value * DIGITS) / DIGITS;
    }
}

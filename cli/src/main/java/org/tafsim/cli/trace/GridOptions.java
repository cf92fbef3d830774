package org.tafsim.cli.trace;

import java.time.ZoneId;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.scenario.RecipeWriter;
import org.tafsim.scenario.trace.TelecomGrid;
import picocli.CommandLine.Option;

/** Where a grid of activity lies, and how its squares become populations. */
final class GridOptions {

    @Option(
            names = "--blocks",
            paramLabel = "N",
            defaultValue = "10",
            description = "Of a grid: populations of N by N squares; N divides 100 (default: ${DEFAULT-VALUE}).")
    private int blocks;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Rome",
            description = "Of a grid: whose hours (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private ZoneId zone;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "milan",
            description = "Of a grid: what populations begin with (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String name;

    @Option(
            names = "--country",
            paramLabel = "CODE",
            defaultValue = "IT",
            description = "Of a grid (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String country;

    @Option(
            names = "--south",
            paramLabel = "DEGREES",
            defaultValue = "45.3567",
            description = "Of a grid: latitude of its south-western corner (default: ${DEFAULT-VALUE}).")
    private double south;

    @Option(
            names = "--west",
            paramLabel = "DEGREES",
            defaultValue = "9.0115",
            description = "Of a grid: longitude of that corner (default: ${DEFAULT-VALUE}).")
    private double west;

    @Option(
            names = "--access",
            paramLabel = "NAME",
            defaultValue = "sa-midband",
            description = "Of a grid: radio access (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String access;

    @Option(
            names = "--upf",
            paramLabel = "WORD",
            defaultValue = "local",
            description = "Of a grid: placement of the UPF (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private String upf;

    /** Squares of a population, each way. */
    int blocks() {
        if (blocks < 1 || TelecomGrid.SIDE % blocks != 0) {
            throw new InvalidInputException("--blocks: %d does not divide 100.".formatted(blocks));
        }
        return blocks;
    }

    ZoneId zone() {
        return zone;
    }

    RecipeWriter.GridPlace place() {
        return new RecipeWriter.GridPlace(name, country, south, west, access, upf);
    }
}

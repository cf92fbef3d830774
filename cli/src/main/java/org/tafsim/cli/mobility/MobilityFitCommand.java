package org.tafsim.cli.mobility;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.scenario.MobilityFragment;
import org.tafsim.scenario.mobility.MobilityMeasures;
import org.tafsim.scenario.trace.FileHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Turns a trace of vehicles into movement and journeys. */
@Command(
        name = "fit",
        header = "Turn a trace of vehicles into the 'movement:' of a population, to be pasted there.",
        description =
                "The share of users is that of vehicle-time in motion; their speed the one with which the model has the "
                        + "measured rate of handovers. With --zones also the 'journeys:' of a scenario of which zones are populations: "
                        + "share of stays in a zone that end in another, and how long those were.%n",
        footer = {
            "  tafsim mobility fit fcd.xml --cells-radius '300 m'",
            "  tafsim mobility fit fcd.xml --zones zones.csv"
        })
final class MobilityFitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private MobilityInput input = new MobilityInput();

    MobilityFitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        MobilityMeasures measures = input.measures();
        if (measures.handovers() == 0 || measures.movingShare() == 0) {
            throw new InvalidInputException(
                    "%s: no vehicle changes its cell, so there is nothing to fit. Maybe a smaller --cells-radius."
                            .formatted(input.file()));
        }
        terminal.out()
                .print(MobilityFragment.comments(List.of(
                        "Source: " + input.file().getFileName(),
                        "sha256: " + FileHash.sha256(input.file()),
                        String.format(
                                Locale.ROOT,
                                "%d vehicles for %.1f s together: %.6f handovers a second, mean speed %.2f m/s",
                                measures.vehicles(),
                                measures.vehicleSeconds(),
                                measures.handoversPerSecond(),
                                measures.meanSpeed()),
                        "Of a population:")));
        terminal.out().print(MobilityFragment.movement(measures));
        if (input.hasZones()) {
            terminal.out()
                    .print(MobilityFragment.comments(List.of("Of the scenario, whose populations are the zones:")));
            terminal.out().print(MobilityFragment.journeys(measures.zoneCrossings()));
        }
        return ExitCodes.OK;
    }
}

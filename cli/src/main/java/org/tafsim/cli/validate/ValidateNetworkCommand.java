package org.tafsim.cli.validate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.measured.NetworkLedger;
import org.tafsim.experiment.measured.NetworkRow;
import org.tafsim.scenario.catalog.Catalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The network beside measurements. */
@Command(
        name = "network",
        header = "Hold radio and transport beside measurements, and say how far off the model is.",
        description = {
            "Three tables: delays of radios with slots beside those of two networks in Aachen that they were fitted to; round "
                    + "trips between cities beside those of Azure and IBM; peak rates beside published figures.%n",
            "Errors outside their bounds end the command with 1. Files that are missing are named, and their rows left out.%n"
        },
        footer = {
            "  tafsim validate network --data ../shared/data",
            "  tafsim validate network --data ../shared/data --json"
        })
public final class ValidateNetworkCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Folder with the folders measured-5g, cloud-rtt and topohub.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path data;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    public ValidateNetworkCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.isDirectory(data)) {
            throw new InvalidInputException("--data: there is no folder " + data + ".");
        }
        NetworkLedger ledger = NetworkLedger.of(data, Catalog.shipped());
        if (ledger.rows().isEmpty()) {
            throw new InvalidInputException("--data: %s holds none of the sources: %s."
                    .formatted(data, String.join(", ", NetworkLedger.sources())));
        }
        if (isJson) {
            Json.print(
                    terminal.out(), ledger.rows().stream().map(NetworkLine::of).toList());
        } else {
            print(ledger);
        }
        ledger.missing().forEach(file -> terminal.err().println("Not there, and left out: " + file));
        return ledger.broken().isEmpty() ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private void print(NetworkLedger ledger) {
        TextTable table = TextTable.of("table", "of", "quantity", "measured#", "model#", "error#", "bound#", "verdict");
        for (NetworkRow row : ledger.rows()) {
            table.add(
                    row.table(),
                    row.name(),
                    row.quantity(),
                    row.figures().map(both -> number(both.measured())).orElse(""),
                    row.figures().map(both -> number(both.predicted())).orElse(""),
                    number(row.error().size()) + " " + row.error().unit(),
                    row.error().bound().map(ValidateNetworkCommand::number).orElse(""),
                    row.verdict());
        }
        table.print(terminal.out(), terminal.outAnsi());
        long bounded = ledger.rows().stream()
                .filter(row -> row.error().bound().isPresent())
                .count();
        terminal.out().println();
        terminal.out()
                .println("%d of %d errors that have a bound are outside."
                        .formatted(ledger.broken().size(), bounded));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

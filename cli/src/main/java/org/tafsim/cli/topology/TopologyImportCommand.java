package org.tafsim.cli.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.scenario.TransportFragment;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.topology.Topology;
import org.tafsim.scenario.trace.FileHash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Turns a file of a network into the transport graph of a scenario. */
@Command(
        name = "import",
        header = "Turn a network into the 'transport:' of a scenario, to be pasted there.",
        description =
                "Nodes are written with latitude, longitude and country; a link is as long as its great circle. Parallel "
                        + "links become one. What has no place is left out, and said: on stderr, and in comments at the top.%n",
        footer = {
            "  tafsim topology import nobel-eu.txt --operator backbone >> scenario.yaml",
            "  tafsim topology import geant.json --europe --capacity '400 Gbit/s' --out transport.yaml",
            "  tafsim topology import own.json --coordinates degrees-minutes"
        })
final class TopologyImportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private TopologyOptions options = new TopologyOptions();

    @Option(
            names = "--operator",
            paramLabel = "ID",
            defaultValue = "carrier",
            description = "Operator of the links, one of the scenario's (default: ${DEFAULT-VALUE}).")
    private String operator = "carrier";

    @Option(
            names = "--capacity",
            paramLabel = "RATE",
            defaultValue = "100 Gbit/s",
            description = "Of each link that states none (default: ${DEFAULT-VALUE}).")
    private String capacity = "100 Gbit/s";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to, instead of stdout. Replaces what is there.")
    private @Nullable Path out;

    TopologyImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        double usual = usualBitsPerSecond();
        if (operator.isBlank()) {
            throw new InvalidInputException("--operator: an operator has an id.");
        }
        Topology topology = options.read();
        String yaml = TransportFragment.yaml(heading(topology), topology, usual, operator);
        topology.notes().forEach(note -> terminal.err().println("note: " + note + "."));
        if (out == null) {
            terminal.out().print(yaml);
        } else {
            TopologyOptions.write(out, yaml.getBytes(StandardCharsets.UTF_8));
            terminal.out()
                    .println("Wrote %s: %d nodes, %d links."
                            .formatted(
                                    out,
                                    topology.nodes().size(),
                                    topology.links().size()));
        }
        return ExitCodes.OK;
    }

    private double usualBitsPerSecond() {
        try {
            return Quantities.DATA_RATE.parse(capacity);
        } catch (Format.Refused e) {
            throw new InvalidInputException(
                    "--capacity: \"%s\" is not a data rate such as 100 Gbit/s.".formatted(capacity));
        }
    }

    private List<String> heading(Topology topology) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Transport graph %s: %d nodes, %d links, from %s."
                .formatted(
                        topology.name(),
                        topology.nodes().size(),
                        topology.links().size(),
                        topology.format()));
        lines.add("Source: %s".formatted(options.file().getFileName()));
        lines.add("sha256: " + FileHash.sha256(options.file()));
        lines.add("Links that state no capacity have %s. '%s' is to be one of the scenario's operators."
                .formatted(capacity, operator));
        for (String note : topology.notes()) {
            List<String> wrapped = TextTable.wrapped(note + ".", TextTable.WIDTH - "# - ".length());
            lines.add("- " + wrapped.get(0));
            wrapped.stream().skip(1).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }
}

package org.tafsim.cli.topology;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.report.figure.Figure;
import org.tafsim.report.figure.FigureFiles;
import org.tafsim.report.figure.TopologyFigure;
import org.tafsim.scenario.topology.Topology;
import org.tafsim.scenario.topology.TopologyMeasures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a network is like, and draws it. */
@Command(
        name = "describe",
        header = "Say how large a network is and how long its links are; draw it.",
        description = "Of what 'topology import' would write. Lengths are great circles (km).%n",
        footer = {
            "  tafsim topology describe Geant2012.graphml",
            "  tafsim topology describe nobel-eu.txt --svg nobel-eu.svg --png nobel-eu.png",
            "  tafsim topology describe geant.json --europe --json"
        })
final class TopologyDescribeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private TopologyOptions options = new TopologyOptions();

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw it as SVG.")
    private @Nullable Path svg;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw it as PNG.")
    private @Nullable Path png;

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    TopologyDescribeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Topology topology = options.read();
        TopologyMeasures measures = TopologyMeasures.of(topology);
        if (isJson) {
            Json.print(terminal.out(), TopologyEntry.of(topology, measures));
        } else {
            print(topology, measures);
        }
        draw(topology);
        return ExitCodes.OK;
    }

    private void draw(Topology topology) throws IOException {
        if (svg == null && png == null) {
            return;
        }
        Optional<String> problem = FigureFiles.findProblem();
        if (problem.isPresent()) {
            terminal.err().println(problem.get());
            return;
        }
        Figure figure = TopologyFigure.of(topology);
        if (svg != null) {
            TopologyOptions.write(svg, figure.svg().getBytes(StandardCharsets.UTF_8));
        }
        if (png != null) {
            TopologyOptions.write(png, figure.png());
        }
    }

    private void print(Topology topology, TopologyMeasures measures) {
        TextTable table = TextTable.of("what", "value");
        Topology.Stated stated = topology.stated();
        table.add("name", topology.name() + ", " + topology.format());
        table.add(
                "in the file",
                "%d nodes, %d links, %d connected part(s)".formatted(stated.nodes(), stated.links(), stated.parts()));
        table.add("nodes", String.valueOf(topology.nodes().size()));
        table.add("links", String.valueOf(topology.links().size()));
        table.add("demands", String.valueOf(topology.demands().size()));
        table.add("countries", countries(measures));
        table.add(
                "degree",
                String.format(
                        Locale.ROOT,
                        "%d to %d, mean %.2f",
                        measures.degreeMin(),
                        measures.degreeMax(),
                        measures.degreeMean()));
        table.add("link length", lengths(measures));
        table.add("all links", kilometers(measures.totalMeters()));
        table.add("diameter", "%s, %d hops".formatted(kilometers(measures.diameterMeters()), measures.diameterHops()));
        for (int i = 0; i < measures.longest().size(); i++) {
            table.add(
                    i == 0 ? "longest links" : "",
                    longest(topology, measures.longest().get(i)));
        }
        table.print(terminal.out(), terminal.outAnsi());
        topology.notes().forEach(note -> terminal.printWrapped("note: ", note + "."));
    }

    private static String countries(TopologyMeasures measures) {
        String byCode = measures.countries().entrySet().stream()
                .map(country -> country.getKey() + " " + country.getValue())
                .collect(Collectors.joining(", "));
        return "%d: %s".formatted(measures.countries().size(), byCode);
    }

    private static String lengths(TopologyMeasures measures) {
        int last = measures.linkMeters().size() - 1;
        return "%s to %s, median %s"
                .formatted(
                        kilometers(measures.linkMeters().get(0)),
                        kilometers(measures.linkMeters().get(last)),
                        kilometers(measures.medianMeters()));
    }

    private static String longest(Topology topology, Topology.Link link) {
        return "%s: %s - %s"
                .formatted(
                        kilometers(topology.meters(link)),
                        topology.nodes().get(link.from()).name(),
                        topology.nodes().get(link.to()).name());
    }

    private static String kilometers(double meters) {
        return String.format(Locale.ROOT, meters < 10_000 ? "%,.1f km" : "%,.0f km", meters / 1000);
    }
}

package org.tafsim.cli.mobility;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.scenario.mobility.MobilityMeasures;
import org.tafsim.scenario.mobility.ZoneCrossing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says how vehicles of a trace move. */
@Command(
        name = "describe",
        header = "Say how fast vehicles are, how long they are in a cell and how often they change it.",
        description =
                "Times are vehicle-time. The ratio is that of the measured handovers to 2v / (pi r), those of a fluid of "
                        + "users of the mean speed v; for traffic that goes in all directions alike it is 1.05 in hexagons.%n",
        footer = {
            "  tafsim mobility describe fcd.xml --cells-radius '300 m'",
            "  tafsim mobility describe fcd.xml.gz --cells antennas.csv --json"
        })
final class MobilityDescribeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private MobilityInput input = new MobilityInput();

    @Option(names = "--json", description = "Print JSON.")
    private boolean isJson;

    MobilityDescribeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        MobilityMeasures measures = input.measures();
        if (isJson) {
            Json.print(terminal.out(), facts(measures));
        } else {
            print(measures);
        }
        return ExitCodes.OK;
    }

    private void print(MobilityMeasures of) {
        TextTable table = TextTable.of("what", "value");
        List<Double> speeds = of.speedQuantiles();
        List<Double> sojourns = of.sojournSeconds();
        table.add("vehicles", text("%,d, in %,d timesteps over %,.1f s", of.vehicles(), of.steps(), of.spanSeconds()));
        table.add("vehicle-time", text("%,.1f s", of.vehicleSeconds()));
        table.add(
                "speed",
                text(
                        "mean %.2f m/s, p5 %.1f, p50 %.1f, p95 %.1f; %.1f %% of the time standing",
                        of.meanSpeed(), speeds.get(0), speeds.get(1), speeds.get(2), 100 * of.stoppedShare()));
        table.add("cells", text("%,d visited, each as large as a circle of %.1f m", of.cells(), of.cellRadiusMeters()));
        table.add(
                "time in a cell",
                sojourns.isEmpty()
                        ? "no stay of which begin and end were seen"
                        : text(
                                "mean %.1f s, p50 %.1f, p95 %.1f, of %,d whole stays",
                                sojourns.get(0), sojourns.get(1), sojourns.get(2), of.sojourns()));
        table.add("handovers", text("%,d, %.6f /s of a vehicle", of.handovers(), of.handoversPerSecond()));
        table.add("2v / (pi r)", text("%.6f /s; ratio %.3f", of.fluidPerSecond(), ratio(of)));
        for (ZoneCrossing crossing : of.zoneCrossings()) {
            table.add(
                    crossing.from() + " to " + crossing.to(),
                    text(
                            "%.1f %% of %,d stays, after p50 %.1f s, p95 %.1f s",
                            100 * crossing.share(),
                            crossing.stays(),
                            crossing.seconds().get(3),
                            crossing.seconds().get(5)));
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static double ratio(MobilityMeasures of) {
        return of.fluidPerSecond() == 0 ? 0 : of.handoversPerSecond() / of.fluidPerSecond();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static Map<String, Object> facts(MobilityMeasures of) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("vehicles", of.vehicles());
        facts.put("timesteps", of.steps());
        facts.put("spanSeconds", decimal(of.spanSeconds()));
        facts.put("vehicleSeconds", decimal(of.vehicleSeconds()));
        facts.put("speedMean", decimal(of.meanSpeed()));
        facts.put("speedP5P50P95", decimals(of.speedQuantiles()));
        facts.put("stoppedShare", decimal(of.stoppedShare()));
        facts.put("cells", of.cells());
        facts.put("cellRadiusMeters", decimal(of.cellRadiusMeters()));
        facts.put("sojourns", of.sojourns());
        facts.put("sojournMeanP50P95", decimals(of.sojournSeconds()));
        facts.put("handovers", of.handovers());
        facts.put("handoversPerSecond", decimal(of.handoversPerSecond()));
        facts.put("fluidPerSecond", decimal(of.fluidPerSecond()));
        facts.put("ratio", decimal(ratio(of)));
        facts.put(
                "zones",
                of.zoneCrossings().stream()
                        .map(crossing -> Map.of(
                                "from", crossing.from(),
                                "to", crossing.to(),
                                "stays", crossing.stays(),
                                "share", decimal(crossing.share()),
                                "seconds", decimals(crossing.seconds())))
                        .toList());
        return facts;
    }

    private static List<BigDecimal> decimals(List<Double> values) {
        return values.stream().map(MobilityDescribeCommand::decimal).toList();
    }

    private static BigDecimal decimal(double value) {
        return Json.decimal(value, 6);
    }
}

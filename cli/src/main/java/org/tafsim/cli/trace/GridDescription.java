package org.tafsim.cli.trace;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.scenario.trace.TelecomGrid;

/** Of a grid of activity. */
record GridDescription(String name, TelecomGrid grid, ZoneId zone) implements Description {

    private static final int BAR = 40;

    @Override
    public void table(Terminal terminal) {
        TextTable table = TextTable.of(name, "telecom-grid");
        table.add("rows", Figures.whole(grid.rows()));
        table.add("from", Instant.ofEpochMilli(grid.firstMillis()).toString());
        table.add("span", Figures.span(grid.spanSeconds()));
        table.add(
                "squares",
                "%s active; the busiest tenth of all has %s"
                        .formatted(Figures.whole(grid.activeSquares()), Figures.percent(grid.topTenthShare())));
        table.add("activity", Figures.decimals(grid.total(), 1));
        table.add("busiest interval", Figures.decimals(grid.peakToMean(), 2) + " times the mean one");
        table.print(terminal.out(), terminal.outAnsi());
        Optional<List<Double>> hours = grid.hours(zone);
        terminal.out().println();
        if (hours.isEmpty()) {
            terminal.out().println("No shape of a day: not every hour is in the file.");
            return;
        }
        TextTable day = TextTable.of("hour, " + zone, "factor#", "");
        double most =
                hours.get().stream().mapToDouble(Double::doubleValue).max().orElse(1);
        for (int hour = 0; hour < hours.get().size(); hour++) {
            double factor = hours.get().get(hour);
            day.add("%02d".formatted(hour), Figures.decimals(factor, 2), "#".repeat((int)
                            Math.round(BAR * factor / most)));
        }
        day.print(terminal.out(), terminal.outAnsi());
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("format", "telecom-grid");
        facts.put("rows", grid.rows());
        facts.put("first", Instant.ofEpochMilli(grid.firstMillis()).toString());
        facts.put("span_s", Json.decimal(grid.spanSeconds(), 0));
        facts.put("active_squares", grid.activeSquares());
        facts.put("activity", Json.decimal(grid.total(), 6));
        facts.put("top_tenth_share", Json.decimal(grid.topTenthShare(), 6));
        facts.put("peak_to_mean", Json.decimal(grid.peakToMean(), 6));
        grid.hours(zone)
                .ifPresent(hours -> facts.put(
                        "hours",
                        hours.stream().map(factor -> Json.decimal(factor, 6)).toList()));
        return facts;
    }
}

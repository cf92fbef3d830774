package org.tafsim.cli.league;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;
import org.tafsim.cli.console.Terminal;
import org.tafsim.cli.console.TextTable;
import org.tafsim.experiment.league.Absence;
import org.tafsim.experiment.league.League;
import org.tafsim.experiment.league.Match;

/** A league for people and for programs. */
final class LeagueLines {

    private static final int NAMED = 3;
    private static final int DECIMALS = 6;

    private final Terminal terminal;

    LeagueLines(Terminal terminal) {
        this.terminal = terminal;
    }

    void print(League league, Path out) {
        standings(league);
        terminal.out().println();
        matches(league);
        terminal.out().println();
        terminal.printWrapped(
                "",
                "Place: 1 + number of policies found better in a scenario (5 % over all pairs, Holm), by SLO attainment, then by "
                        + "e2e p95. Wins: scenarios in which none was found better. Places of all: " + out
                        + "/league.csv, figures: "
                        + out + "/matches.csv");
    }

    private void standings(League league) {
        TextTable table = TextTable.of("#", "policy", "mean place#", "wins#", "worst place#", "in");
        for (League.Standing standing : league.standings()) {
            int worst = worst(standing);
            OptionalInt place =
                    worst < 0 ? OptionalInt.empty() : standing.places().get(worst);
            table.add(
                    Integer.toString(standing.rank()),
                    standing.policy(),
                    String.format(Locale.ROOT, "%.2f", standing.meanPlace()),
                    Integer.toString(standing.wins()),
                    place.isPresent() ? Integer.toString(place.getAsInt()) : "absent",
                    worst < 0 ? "" : league.matches().get(worst).scenario());
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    /** Number of the scenario where its place is the highest, an absence above all; -1 where it always won. */
    private static int worst(League.Standing standing) {
        int worst = -1;
        int highest = 1;
        for (int i = 0; i < standing.places().size(); i++) {
            int place = standing.places().get(i).orElse(Integer.MAX_VALUE);
            if (place > highest) {
                highest = place;
                worst = i;
            }
        }
        return worst;
    }

    private void matches(League league) {
        TextTable table = TextTable.of("scenario", "runs of each#", "places#", "first");
        for (Match match : league.matches()) {
            table.add(
                    match.scenario(),
                    Integer.toString(match.replications()),
                    Long.toString(match.entries().stream()
                            .mapToInt(Match.Entry::place)
                            .distinct()
                            .count()),
                    first(match));
        }
        table.print(terminal.out(), terminal.outAnsi());
    }

    private static String first(Match match) {
        List<String> first = match.entries().stream()
                .filter(entry -> entry.place() == 1)
                .map(Match.Entry::policy)
                .toList();
        String named = String.join(", ", first.subList(0, Math.min(NAMED, first.size())));
        return first.size() <= NAMED ? named : named + " and %d more".formatted(first.size() - NAMED);
    }

    /** The same for programs. */
    static Map<String, Object> facts(League league, List<String> leftOut) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("left_out", leftOut);
        facts.put(
                "league",
                league.standings().stream().map(of -> facts(league, of)).toList());
        facts.put("matches", league.matches().stream().map(LeagueLines::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(League league, League.Standing standing) {
        Map<String, @Nullable Integer> places = new LinkedHashMap<>();
        for (int i = 0; i < league.matches().size(); i++) {
            OptionalInt place = standing.places().get(i);
            places.put(league.matches().get(i).scenario(), place.isPresent() ? place.getAsInt() : null);
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rank", standing.rank());
        facts.put("policy", standing.policy());
        facts.put("mean_place", Json.decimal(standing.meanPlace(), DECIMALS));
        facts.put("wins", standing.wins());
        facts.put("places", places);
        return facts;
    }

    private static Map<String, Object> facts(Match match) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("scenario", match.scenario());
        facts.put("replications", match.replications());
        facts.put("entries", match.entries().stream().map(LeagueLines::facts).toList());
        facts.put("absent", match.absences().stream().map(LeagueLines::facts).toList());
        return facts;
    }

    private static Map<String, Object> facts(Match.Entry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("policy", entry.policy());
        facts.put("place", entry.place());
        entry.attainment().ifPresent(of -> facts.put("slo_attainment", Json.decimal(of.mean(), DECIMALS)));
        entry.e2eP95().ifPresent(of -> facts.put("e2e_p95_ms", Json.decimal(of.mean(), DECIMALS)));
        entry.violating().ifPresent(of -> facts.put("violating_requests", Json.decimal(of.mean(), DECIMALS)));
        return facts;
    }

    private static Map<String, Object> facts(Absence absence) {
        return Map.of("policy", absence.policy(), "reason", absence.reason());
    }
}

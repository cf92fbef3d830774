package org.tafsim.experiment.league;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafsim.experiment.CsvText;
import org.tafsim.experiment.Decimals;
import org.tafsim.stats.ConfidenceInterval;

/** What the files of a league hold; results/README.md says what their columns mean. */
public final class LeagueCsv {

    private LeagueCsv() {}

    /** {@code league.csv}: a row per policy, best first. */
    public static String league(League league) {
        return CsvText.of(csv -> {
            List<String> heading = new ArrayList<>(List.of("rank", "policy", "mean_place", "wins", "scenarios"));
            league.matches().forEach(match -> heading.add(match.scenario()));
            csv.writeRecord(heading);
            for (League.Standing standing : league.standings()) {
                List<String> row = new ArrayList<>(List.of(
                        Integer.toString(standing.rank()),
                        standing.policy(),
                        Decimals.fixed(standing.meanPlace()),
                        Integer.toString(standing.wins()),
                        Integer.toString(standing.played())));
                standing.places().forEach(place -> row.add(text(place)));
                csv.writeRecord(row);
            }
        });
    }

    /** {@code matches.csv}: a row per scenario and policy, by place. */
    public static String matches(League league) {
        return CsvText.of(csv -> {
            csv.writeRecord(
                    "scenario",
                    "policy",
                    "place",
                    "slo_attainment",
                    "slo_half_width",
                    "e2e_p95_ms",
                    "e2e_half_width_ms",
                    "violating_requests",
                    "n",
                    "absent");
            league.matches().forEach(match -> write(match, csv));
        });
    }

    private static void write(Match match, CsvWriter csv) {
        for (Match.Entry entry : match.entries()) {
            csv.writeRecord(
                    match.scenario(),
                    entry.policy(),
                    Integer.toString(entry.place()),
                    mean(entry.attainment()),
                    halfWidth(entry.attainment()),
                    mean(entry.e2eP95()),
                    halfWidth(entry.e2eP95()),
                    mean(entry.violating()),
                    Integer.toString(match.replications()),
                    "");
        }
        for (Absence absence : match.absences()) {
            csv.writeRecord(match.scenario(), absence.policy(), "", "", "", "", "", "", "", absence.reason());
        }
    }

    private static String text(OptionalInt place) {
        return place.isPresent() ? Integer.toString(place.getAsInt()) : "";
    }

    private static String mean(Optional<ConfidenceInterval> interval) {
        return interval.map(of -> Decimals.fixed(of.mean())).orElse("");
    }

    private static String halfWidth(Optional<ConfidenceInterval> interval) {
        return interval.filter(of -> of.count() > 1)
                .map(of -> Decimals.fixed(of.halfWidth()))
                .orElse("");
    }
}

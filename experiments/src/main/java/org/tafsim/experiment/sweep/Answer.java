package org.tafsim.experiment.sweep;

import java.util.List;
import java.util.Optional;
import org.tafsim.experiment.CsvText;

/**
 * What a search found for a policy.
 *
 * @param value that meets the goals, next to one that does not; empty where none does
 * @param firstFailing next value beyond it; empty where all values meet the goals
 * @param probes values tried, in order
 */
public record Answer(String policy, Optional<String> value, Optional<String> firstFailing, List<Probe> probes) {

    /** Copies. */
    public Answer {
        probes = List.copyOf(probes);
    }

    /** Whether the intervals at the answer and beyond it lie clear of the bounds. */
    public boolean isSure() {
        return probes.stream()
                .filter(probe -> Optional.of(probe.value()).equals(value)
                        || Optional.of(probe.value()).equals(firstFailing))
                .allMatch(Probe::isSure);
    }

    /** Runs it took. */
    public int replications() {
        return probes.stream().mapToInt(Probe::replications).sum();
    }

    /** All probes as a table. */
    public static String csv(List<Answer> answers) {
        return CsvText.of(csv -> {
            csv.writeRecord("policy", "value", "metric", "mean", "replications", "verdict", "sure");
            for (Answer answer : answers) {
                for (Probe probe : answer.probes()) {
                    probe.means().keySet().forEach(metric -> csv.writeRecord(probe.line(answer.policy(), metric)));
                }
            }
        });
    }
}

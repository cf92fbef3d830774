package org.tafsim.experiment.league;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.SummaryRow;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.analysis.Family;
import org.tafsim.stats.ConfidenceInterval;

/**
 * Places of policies in one scenario. Every pair is judged once, by the paired differences of SLO attainment; where two policies have the
 * same attainment in every replication, by those of the 95th percentile of end-to-end time. All pairs are one family: the chance that
 * any judgement of the scenario is false is at most 1 − confidence (Holm). A policy's place is 1 + the number of those found better:
 * policies that cannot be told apart may share one, and a difference that chance explains costs none.
 */
final class Places {

    private static final String VIOLATING = "violating_requests";

    private Places() {}

    /**
     * The match of these results.
     *
     * @param results in the order of policies and replications, on common random numbers
     */
    static Match match(Ground ground, List<RunResult> results, List<Absence> absences, double confidence) {
        SummaryTable summary = SummaryTable.of(results, confidence);
        int[] places = places(Contender.listAll(results), confidence);
        List<Match.Entry> entries = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            String policy = summary.policies().get(i);
            entries.add(new Match.Entry(
                    policy,
                    places[i],
                    interval(summary, policy, Contender.METRICS.get(0)),
                    interval(summary, policy, Contender.METRICS.get(1)),
                    interval(summary, policy, VIOLATING)));
        }
        entries.sort(Comparator.comparingInt(Match.Entry::place));
        return new Match(ground.scenario(), ground.replications(), entries, absences);
    }

    private static Optional<ConfidenceInterval> interval(SummaryTable summary, String policy, String metric) {
        return summary.find(policy, "all", metric).map(SummaryRow::interval);
    }

    /** Two contenders, by number. */
    private record Pair(int one, int other) {}

    static int[] places(List<Contender> contenders, double confidence) {
        List<Pair> pairs = new ArrayList<>();
        List<double[]> goodness = new ArrayList<>();
        for (int one = 0; one < contenders.size(); one++) {
            for (int other = one + 1; other < contenders.size(); other++) {
                double[] ofOne = contenders.get(one).goodness(contenders.get(other));
                if (ofOne.length > 0) {
                    pairs.add(new Pair(one, other));
                    goodness.add(ofOne);
                }
            }
        }
        int[] places = new int[contenders.size()];
        Arrays.fill(places, 1);
        if (!pairs.isEmpty()) {
            List<Family.Member> members = Family.of(goodness, confidence).members();
            for (int k = 0; k < members.size(); k++) {
                if (members.get(k).isSignificant()) {
                    boolean isOneBetter = members.get(k).test().interval().mean() > 0;
                    places[isOneBetter ? pairs.get(k).other() : pairs.get(k).one()]++;
                }
            }
        }
        return places;
    }
}

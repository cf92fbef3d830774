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
 * Places of policies in one scenario. Of two policies the one of higher SLO attainment is better; where no difference is found in that,
 * the one whose 95th percentile of end-to-end time is lower. Differences are paired, and those of all pairs in both metrics are one
 * family: the chance that any is found where there is none is at most 1 − confidence (Holm). A policy's place is 1 + the number of those
 * found better: policies that cannot be told apart may share one, and a difference that chance explains costs none.
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

    /** Two contenders in a metric, by number. */
    private record Pair(int one, int other, int metric) {}

    static int[] places(List<Contender> contenders, double confidence) {
        List<Pair> pairs = new ArrayList<>();
        List<double[]> goodness = new ArrayList<>();
        for (int one = 0; one < contenders.size(); one++) {
            for (int other = one + 1; other < contenders.size(); other++) {
                for (int metric = 0; metric < Contender.METRICS.size(); metric++) {
                    double[] ofOne = contenders.get(one).goodness(contenders.get(other), metric);
                    if (ofOne.length > 0) {
                        pairs.add(new Pair(one, other, metric));
                        goodness.add(ofOne);
                    }
                }
            }
        }
        return pairs.isEmpty()
                ? filled(contenders.size())
                : counted(
                        contenders.size(),
                        pairs,
                        Family.of(goodness, confidence).members());
    }

    private static int[] filled(int contenders) {
        int[] places = new int[contenders];
        Arrays.fill(places, 1);
        return places;
    }

    private static int[] counted(int contenders, List<Pair> pairs, List<Family.Member> members) {
        int[] places = filled(contenders);
        boolean isDecided = false; // of this pair, by a metric before
        for (int k = 0; k < pairs.size(); k++) {
            Pair pair = pairs.get(k);
            Family.Member member = members.get(k);
            boolean isOfPairBefore = k > 0
                    && pairs.get(k - 1).one() == pair.one()
                    && pairs.get(k - 1).other() == pair.other();
            isDecided &= isOfPairBefore;
            if (!isDecided && member.isSignificant()) {
                places[member.test().interval().mean() > 0 ? pair.other() : pair.one()]++;
                isDecided = true;
            }
        }
        return places;
    }
}

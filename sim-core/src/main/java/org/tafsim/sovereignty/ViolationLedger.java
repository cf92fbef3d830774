package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.Rule;

/**
 * Counts what the placements of a run did to the law. Recording is one increment: placements are counted by application and
 * by which of the {@link RuleBook}'s distinct verdicts held, and what that means rule by rule is worked out when asked.
 */
public final class ViolationLedger {
    private final RuleBook book;
    private final long[][] placements;

    /**
     * An empty ledger.
     *
     * @param apps number of applications in the scenario
     */
    public ViolationLedger(RuleBook book, int apps) {
        this.book = book;
        placements = new long[apps][book.distinct().size()];
    }

    /** Counts a request of this application and population that was placed at this site (scenario indices). */
    public void recordPlacement(int app, int population, int site) {
        placements[app][book.verdictsId(app, population, site)]++;
    }

    /** What came of every rule at every stage, in the order of {@link RuleBook#checks()}, shadow rules among them. */
    public List<RuleCount> ruleCounts() {
        List<RuleCount> counts = new ArrayList<>();
        for (int check = 0; check < book.checks().size(); check++) {
            counts.add(ruleCount(check));
        }
        return List.copyOf(counts);
    }

    private RuleCount ruleCount(int check) {
        long violations = sum(check, Verdict.DENY);
        long unknowns = sum(check, Verdict.UNKNOWN);
        long checks = sum(check, Verdict.PERMIT) + violations + unknowns;
        return new RuleCount(book.checks().get(check), checks, violations, unknowns);
    }

    private long sum(int check, Verdict answer) {
        long sum = 0;
        for (long[] ofApp : placements) {
            for (int id = 0; id < ofApp.length; id++) {
                sum += book.distinct().get(id).answers().get(check) == answer ? ofApp[id] : 0;
            }
        }
        return sum;
    }

    /** Where the requests of all applications went. */
    public PlacementCount total() {
        PlacementCount count = PlacementCount.NONE;
        for (long[] ofApp : placements) {
            count = add(count, ofApp);
        }
        return count;
    }

    /** Where the requests of one application went. */
    public PlacementCount ofApp(int app) {
        return add(PlacementCount.NONE, placements[app]);
    }

    private PlacementCount add(PlacementCount start, long[] ofApp) {
        PlacementCount count = start;
        for (int id = 0; id < ofApp.length; id++) {
            Verdicts verdicts = book.distinct().get(id);
            count = count.plus(ofApp[id], verdicts, verdicts.brokenRules(Rule.Mode.AUDIT) > 0);
        }
        return count;
    }
}

package org.tafsim.sovereignty;

import java.util.Arrays;
import java.util.List;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;

/**
 * The law of a scenario, worked out in advance for every application, population and site, so that asking costs an array
 * access or two.
 *
 * <p>Requests about which no rule can tell a difference share a profile, and profiles with the same answers share a row of the
 * table: one number per site, which says which of the few distinct {@link Verdicts} holds there. Immutable; a change of law,
 * ownership or path means a new book.
 */
public final class RuleBook {
    private final List<RuleCheck> checks;
    private final List<Verdicts> distinct;
    private final int[] brokenRules;
    private final int populations;
    private final int[] rowOfProfile;
    private final int[][] rows;
    private final SiteSet[] feasible;

    /**
     * A book of compiled rows.
     *
     * @param distinct every combination of verdicts that occurs
     * @param rowOfProfile row of (app, population), at app · populations + population
     * @param rows for each site, which of the distinct verdicts holds there
     */
    RuleBook(List<RuleCheck> checks, List<Verdicts> distinct, int populations, int[] rowOfProfile, int[][] rows) {
        this.checks = checks;
        this.distinct = List.copyOf(distinct);
        this.populations = populations;
        this.rowOfProfile = rowOfProfile;
        this.rows = rows;
        brokenRules = distinct.stream()
                .mapToInt(verdicts -> verdicts.brokenRules(Rule.Mode.AUDIT))
                .toArray();
        boolean[] isFeasible = new boolean[distinct.size()];
        for (int id = 0; id < isFeasible.length; id++) {
            isFeasible[id] = distinct.get(id).isFeasible();
        }
        feasible = Arrays.stream(rows)
                .map(row -> SiteSet.of(row.length, site -> isFeasible[row[site]]))
                .toArray(SiteSet[]::new);
    }

    /**
     * Compiles the rules of a scenario.
     *
     * @param paths asked once for every population and site
     */
    public static RuleBook compile(Scenario scenario, PathLookup paths) {
        return new RuleBookCompiler(scenario, paths).compile();
    }

    /** Every rule at every one of its stages: by rule in scenario order, then by stage. */
    public List<RuleCheck> checks() {
        return checks;
    }

    /** Sites at which no enforced rule is broken, at any stage. */
    public SiteSet feasibleSites(int app, int population) {
        return feasible[row(app, population)];
    }

    /** Number of rules in audit mode that a request would break at this site, each counted once however many its stages. */
    public int brokenRules(int app, int population, int site) {
        return brokenRules[verdictsId(app, population, site)];
    }

    /** All that the law says of a request at this site. */
    public Verdicts verdicts(int app, int population, int site) {
        return distinct.get(verdictsId(app, population, site));
    }

    /** Which of the {@link #distinct()} verdicts holds. */
    int verdictsId(int app, int population, int site) {
        return rows[row(app, population)][site];
    }

    List<Verdicts> distinct() {
        return distinct;
    }

    int rowCount() {
        return rows.length;
    }

    private int row(int app, int population) {
        return rowOfProfile[app * populations + population];
    }
}

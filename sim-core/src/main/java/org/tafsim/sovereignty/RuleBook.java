package org.tafsim.sovereignty;

import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.model.Scenario;

/**
 * The law of a scenario, worked out in advance for every application, population and site, so that asking costs an array
 * access or two. All arguments are scenario indices.
 *
 * <p>The table has a bit set over sites for every check (rule and stage) and every profile: requests about which no rule can
 * tell a difference share a profile, and profiles share the sets of rules that cannot tell them apart. Immutable, so the runs
 * of a scenario share one book; a change of law, ownership or path means a new one.
 */
public final class RuleBook {
    private final List<RuleCheck> checks;
    private final Profiles profiles;
    private final int sites;
    private final ProfileRow[][] rows;

    /**
     * A book of compiled rows.
     *
     * @param rows by kind of application and route
     */
    RuleBook(List<RuleCheck> checks, Profiles profiles, int sites, ProfileRow[][] rows) {
        this.checks = checks;
        this.profiles = profiles;
        this.sites = sites;
        this.rows = rows;
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
        return row(app, population).feasible();
    }

    /** Number of rules that a request would break at this site, those in shadow apart, each once however many its stages. */
    public int brokenRules(int app, int population, int site) {
        return row(app, population).brokenRules(site);
    }

    /**
     * What one check says of a request at this site.
     *
     * @param check index into {@link #checks()}
     */
    public Verdict verdict(int check, int app, int population, int site) {
        return row(app, population).verdicts(check).at(site);
    }

    /** The checks that a request would break at this site, whatever their mode. */
    public List<RuleCheck> brokenChecks(int app, int population, int site) {
        return IntStream.range(0, checks.size())
                .filter(check -> verdict(check, app, population, site).isBroken())
                .mapToObj(checks::get)
                .toList();
    }

    /** Whether a request is carried, processed, cached and logged only inside its subject's legal area. */
    public Truth inJurisdiction(int app, int population, int site) {
        return row(app, population).inJurisdiction().at(site);
    }

    /** Whether the site's operator has its seat in the subject's legal area and is controlled from nowhere else. */
    public Truth ownControl(int app, int population, int site) {
        return row(app, population).ownControl().at(site);
    }

    int apps() {
        return profiles.apps();
    }

    int routes() {
        return profiles.routes();
    }

    int sites() {
        return sites;
    }

    /** Populations of one route cannot be told apart by any rule. */
    int route(int population) {
        return profiles.route(population);
    }

    ProfileRow rowOfRoute(int app, int route) {
        return rows[profiles.kind(app)][route];
    }

    private ProfileRow row(int app, int population) {
        return rowOfRoute(app, route(population));
    }
}

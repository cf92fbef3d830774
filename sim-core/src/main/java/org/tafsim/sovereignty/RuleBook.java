package org.tafsim.sovereignty;

import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.model.Fact;
import org.tafsim.model.Scenario;
import org.tafsim.model.Stage;

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
    private final FactTable facts;
    private final Profiles profiles;
    private final ProfileRow[][] rows;

    /**
     * A book of compiled rows.
     *
     * @param rows by kind of application and route
     */
    RuleBook(List<RuleCheck> checks, FactTable facts, ProfileRow[][] rows) {
        this.checks = checks;
        this.facts = facts;
        this.profiles = facts.profiles();
        this.rows = rows;
    }

    /**
     * Compiles the rules of a scenario.
     *
     * @param paths asked once for every population and site
     */
    public static RuleBook compile(Scenario scenario, PathLookup paths) {
        return RuleBookCompiler.of(scenario, paths)
                .compile(scenario.sovereignty().rules());
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

    /**
     * Countries of the place at which a stage happens for requests at this site (ISO codes): the site, or the services it uses.
     *
     * @return none where the stage does not happen, where nobody stated them, and at stages before the site, which are the
     *     user's and the path's
     */
    public List<String> places(Stage stage, int site) {
        return facts.vocabulary().words(facts.site(site).at(stage).words(Fact.PLACE_COUNTRY));
    }

    /** The same for requests of a route, whose users' country and path are known, too. */
    List<String> placesOnRoute(Stage stage, int route, int site) {
        Profile profile = profiles.profile(0, route);
        return facts.vocabulary().words(facts.countries(stage, profile).apply(site));
    }

    /** The same, with {@code ?} where nobody says. */
    List<String> placesOrUnknown(Stage stage, int route, int site) {
        List<String> places = placesOnRoute(stage, route, site);
        return places.isEmpty() ? List.of("?") : places;
    }

    /** Country of the data subjects of a route. */
    String subjectCountry(int route) {
        return profiles.country(profiles.profile(0, route));
    }

    /** Whether a stage happens for requests at this site: there, on the way, or at a service that the site uses. */
    public boolean happens(Stage stage, int site) {
        return facts.site(site).has(stage);
    }

    /**
     * Whether a regime reaches somebody who acts at a stage, for requests at this site.
     *
     * @param regime its id
     * @return no where the stage does not happen; unknown where an actor is not stated, or nobody declared the regime
     */
    public Truth exposedTo(String regime, Stage stage, int site) {
        return happens(stage, site) ? facts.isExposed(regime, facts.site(site).at(stage)) : Truth.NO;
    }

    /** SEAL levels 0 to 4 of the site in the eight objectives; empty where it was not graded. */
    public List<Integer> seal(int site) {
        return facts.site(site).seal();
    }

    int apps() {
        return profiles.apps();
    }

    int routes() {
        return profiles.routes();
    }

    int sites() {
        return facts.siteCount();
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

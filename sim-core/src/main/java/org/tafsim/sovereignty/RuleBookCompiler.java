package org.tafsim.sovereignty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.SovereigntySpec;

/**
 * Fills a {@link RuleBook}: every check becomes a few operations on bit sets per profile, shared wherever profiles agree. It
 * remembers what it has worked out, so that a change of rules costs only the rules that changed.
 */
final class RuleBookCompiler {
    private final Profiles profiles;
    private final Vocabulary vocabulary;
    private final FactTable facts;
    private final SiteSet all;
    private final ConditionCompiler compiler;
    private final Map<RuleCheck, PerProfile<VerdictSets>> known = new HashMap<>(); // asked, never iterated
    private final Jurisdiction jurisdiction;
    private final SovereigntySpec.Reach reach;

    /** For the places, actors and requests of a scenario. */
    static RuleBookCompiler of(Scenario scenario, PathLookup paths) {
        Vocabulary vocabulary = new Vocabulary();
        return new RuleBookCompiler(scenario, new Profiles(scenario, paths, vocabulary), vocabulary);
    }

    private RuleBookCompiler(Scenario scenario, Profiles profiles, Vocabulary vocabulary) {
        this.profiles = profiles;
        this.vocabulary = vocabulary;
        facts = new FactTable(scenario, profiles, vocabulary);
        all = SiteSet.of(facts.siteCount(), site -> true);
        jurisdiction = new Jurisdiction(facts, vocabulary);
        reach = scenario.sovereignty().reach();
        compiler = new ConditionCompiler(facts, vocabulary);
    }

    /** For the same requests and paths, where owners or certificates are others. */
    RuleBookCompiler withActorsOf(Scenario changed) {
        return new RuleBookCompiler(changed, profiles, vocabulary);
    }

    private PerProfile<VerdictSets> compile(RuleCheck check) {
        PerProfile<TruthSet> when = compiler.compile(check.rule().when(), check.stage());
        PerProfile<TruthSet> need = compiler.compile(check.rule().need(), check.stage());
        SiteSet where = facts.where(check.stage());
        return new PerProfile<>(
                when.traits().and(need.traits()), profile -> VerdictSets.of(where, when.of(profile), need.of(profile)));
    }

    /** The book of these rules. */
    RuleBook compile(List<Rule> rules) {
        List<RuleCheck> checks = RuleCheck.listOf(rules);
        List<PerProfile<VerdictSets>> verdicts = checks.stream()
                .map(check -> known.computeIfAbsent(check, this::compile))
                .toList();
        ProfileRow[][] rows = new ProfileRow[profiles.appKinds()][profiles.routes()];
        for (int app = 0; app < profiles.appKinds(); app++) {
            for (int route = 0; route < profiles.routes(); route++) {
                rows[app][route] = row(profiles.profile(app, route), checks, verdicts);
            }
        }
        return new RuleBook(checks, facts, rows);
    }

    private ProfileRow row(Profile profile, List<RuleCheck> checks, List<PerProfile<VerdictSets>> verdicts) {
        return new ProfileRow(
                all,
                checks,
                verdicts.stream().map(check -> check.of(profile)).toList(),
                jurisdiction.inArea(profile),
                jurisdiction.ownControl(profile),
                reach);
    }
}

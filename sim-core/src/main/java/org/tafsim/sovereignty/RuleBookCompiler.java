package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.Scenario;
import org.tafsim.model.SovereigntySpec;

/** Fills a {@link RuleBook}: every check becomes a few operations on bit sets per profile, shared wherever profiles agree. */
final class RuleBookCompiler {
    private final FactTable facts;
    private final SiteSet all;
    private final List<RuleCheck> checks;
    private final List<PerProfile<VerdictSets>> verdicts = new ArrayList<>();
    private final Jurisdiction jurisdiction;
    private final SovereigntySpec.Reach reach;

    RuleBookCompiler(Scenario scenario, PathLookup paths) {
        Vocabulary vocabulary = new Vocabulary();
        facts = new FactTable(scenario, new Profiles(scenario, paths, vocabulary), vocabulary);
        all = SiteSet.of(facts.siteCount(), site -> true);
        checks = RuleCheck.listOf(scenario.sovereignty().rules());
        jurisdiction = new Jurisdiction(facts, vocabulary);
        reach = scenario.sovereignty().reach();
        ConditionCompiler compiler = new ConditionCompiler(facts, vocabulary);
        checks.forEach(check -> verdicts.add(compile(check, compiler)));
    }

    private PerProfile<VerdictSets> compile(RuleCheck check, ConditionCompiler compiler) {
        PerProfile<TruthSet> when = compiler.compile(check.rule().when(), check.stage());
        PerProfile<TruthSet> need = compiler.compile(check.rule().need(), check.stage());
        SiteSet where = facts.where(check.stage());
        return new PerProfile<>(
                when.traits().and(need.traits()), profile -> VerdictSets.of(where, when.of(profile), need.of(profile)));
    }

    RuleBook compile() {
        Profiles profiles = facts.profiles();
        ProfileRow[][] rows = new ProfileRow[profiles.appKinds()][profiles.routes()];
        for (int app = 0; app < profiles.appKinds(); app++) {
            for (int route = 0; route < profiles.routes(); route++) {
                rows[app][route] = row(profiles.profile(app, route));
            }
        }
        return new RuleBook(checks, facts, rows);
    }

    private ProfileRow row(Profile profile) {
        return new ProfileRow(
                all,
                checks,
                verdicts.stream().map(check -> check.of(profile)).toList(),
                jurisdiction.inArea(profile),
                jurisdiction.ownControl(profile),
                reach);
    }
}

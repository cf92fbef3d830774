package org.tafsim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.CutOff;
import org.tafsim.model.LegalChange;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Remedy;
import org.tafsim.model.Rule;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.network.Network;
import org.tafsim.sovereignty.PathLookup;
import org.tafsim.sovereignty.PlainLaw;
import org.tafsim.sovereignty.RandomWorld;
import org.tafsim.sovereignty.World;

/** A random world that is run for half a minute, and what the law says of it at any time, case by case. */
final class RandomRun {
    static final long SECOND = 1_000_000_000L;

    private final RandomWorld random;
    private final World world;
    private final UnaryOperator<SovereigntySpec> law;
    private final List<Scenario> epochs = new ArrayList<>();
    private final PathLookup paths;
    private final Map<Case, PlainLaw> cases = new HashMap<>(); // asked, never iterated

    /** What a run has beside requests and rules. */
    enum Turmoil {
        /** The law changes. */
        CHANGES,
        /** The law changes, and operators and regimes are cut off. */
        CHANGES_AND_CUT_OFFS
    }

    private record Case(int epoch, int app, int users, int site, boolean isRedacted) {}

    RandomRun(long seed, Turmoil turmoil) {
        random = new RandomWorld(seed).small();
        world = random.world();
        List<LegalChange> changes = random.changes(world, List.of(9 * SECOND, 17 * SECOND));
        List<CutOff> cutOffs = turmoil == Turmoil.CHANGES ? List.of() : List.of(cutOff(), cutOff());
        SovereigntySpec.Reach reach = random.one(List.of(SovereigntySpec.Reach.values()));
        law = spec -> new SovereigntySpec(spec.regimes(), spec.rules(), reach, changes, cutOffs, new Remedy.Keep());
        world.run(new RunSpec(seed, 1, 0, 25 * SECOND, 600 * SECOND, 5 * SECOND, 0));
        Scenario now = scenario();
        epochs.add(now);
        for (LegalChange change : changes) {
            now = now.after(change);
            epochs.add(now);
        }
        Network network = new Network(
                Kernels.create(KernelKind.HEAP), now, new RandomStreams(0, 0).keyed("paths"), (token, leg) -> {});
        paths = (users, site) -> network.uplinkPath(users, site).countries();
    }

    private CutOff cutOff() {
        boolean isRegime = random.below(3) == 0;
        long at = (1 + random.below(20)) * SECOND;
        return new CutOff(
                at,
                random.below(2) == 0 ? OptionalLong.empty() : OptionalLong.of(at + (1 + random.below(9)) * SECOND),
                isRegime ? CutOff.Target.REGIME : CutOff.Target.OPERATOR,
                isRegime ? "US" : "op" + random.below(2),
                4 * SECOND);
    }

    RandomWorld random() {
        return random;
    }

    /** The scenario. */
    Scenario scenario() {
        return scenario(rules -> rules);
    }

    /** The scenario with other rules in every epoch. */
    Scenario scenario(UnaryOperator<List<Rule>> edit) {
        return world.law(spec -> edited(law.apply(spec), edit)).scenario();
    }

    private static SovereigntySpec edited(SovereigntySpec spec, UnaryOperator<List<Rule>> edit) {
        List<LegalChange> changes = spec.changes().stream()
                .map(change -> new LegalChange(
                        change.atNanos(),
                        change.label(),
                        change.rules().map(edit),
                        change.operators(),
                        change.certificates()))
                .toList();
        return new SovereigntySpec(
                spec.regimes(), edit.apply(spec.rules()), spec.reach(), changes, spec.cutOffs(), spec.remedy());
    }

    int epochOf(long nanos) {
        return (int) epochs.get(0).sovereignty().changes().stream()
                .filter(change -> change.atNanos() <= nanos)
                .count();
    }

    /** What the law of an epoch says of a request at a site; of a redacted one where that is what becomes of it. */
    PlainLaw law(int epoch, int app, int users, int site, boolean isRedacted) {
        return cases.computeIfAbsent(new Case(epoch, app, users, site, isRedacted), asked -> {
            Scenario then = epochs.get(epoch);
            App plain = then.apps().get(app);
            if (isRedacted && plain.terms().onInfeasible() instanceof OnInfeasible.Redact redact) {
                Scenario further = then.withApps(List.of(plain.variant("redacted", plain.modelId(), redact.to())));
                return new PlainLaw(further, paths, further.apps().size() - 1, users, site);
            }
            return new PlainLaw(then, paths, app, users, site);
        });
    }

    /** Sites with a replica that the law of an epoch leaves open. */
    List<Integer> openSites(int epoch, int app, int users, boolean isRedacted) {
        List<String> serving = epochs.get(0).replicas().stream()
                .map(ServedReplica::siteId)
                .distinct()
                .toList();
        return IntStream.range(0, epochs.get(0).sites().size())
                .filter(site -> serving.contains(epochs.get(0).sites().get(site).id()))
                .filter(site -> law(epoch, app, users, site, isRedacted).isOpen())
                .boxed()
                .toList();
    }

    int app(RequestRecord request) {
        return Integer.parseInt(request.app().substring("app".length()));
    }

    int users(RequestRecord request) {
        return Integer.parseInt(request.population().substring("users".length()));
    }

    /** -1 where it never was sent anywhere. */
    int site(RequestRecord request) {
        return epochs.get(0).replicas().stream()
                .filter(replica -> replica.id().equals(request.replica()))
                .map(replica -> Integer.parseInt(replica.siteId().substring("site".length())))
                .findFirst()
                .orElse(-1);
    }

    OnInfeasible onInfeasible(RequestRecord request) {
        return epochs.get(0).apps().get(app(request)).terms().onInfeasible();
    }
}

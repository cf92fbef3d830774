package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.tafsim.model.App;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.CutOff;
import org.tafsim.model.DataTerms;
import org.tafsim.model.Fact;
import org.tafsim.model.LegalChange;
import org.tafsim.model.Operator;
import org.tafsim.model.Remedy;
import org.tafsim.model.Rule;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Site;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;
import org.tafsim.model.Trust;

/** A random world of changing law, requests in it, and every one of them followed alone. The reference of the data ledger. */
final class PlainBooks {
    private static final long SECOND = 1_000_000_000L;
    private static final List<AssetKind> KINDS = List.of(AssetKind.values());
    private static final double FROM = 10;
    private static final double TO = 70;

    private final World world;
    private final List<Scenario> epochs = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>(List.of(0.0));
    private final DataLedger ledger;
    private final List<Event> events = new ArrayList<>();
    private final Remedy remedy;

    /** A request that ended. */
    private record Event(
            int app, int users, int site, double seconds, long carried, int prompt, int output, boolean isMeasured) {}

    PlainBooks(long seed) {
        RandomWorld random = new RandomWorld(seed).small();
        world = random.world();
        keepSomething(random);
        remedy = random.below(2) == 0 ? new Remedy.Keep() : new Remedy.Erase(random.below(12) * SECOND);
        List<CutOff> cutOffs = List.of(cutOff(random), cutOff(random));
        List<LegalChange> changes = random.changes(world, List.of(20 * SECOND, 35 * SECOND, 50 * SECOND));
        world.run(new RunSpec(1, 1, 10 * SECOND, 60 * SECOND, 0, SECOND, 0))
                .law(law -> new SovereigntySpec(law.regimes(), law.rules(), law.reach(), changes, cutOffs, remedy));
        Scenario now = world.scenario();
        epochs.add(now);
        for (LegalChange change : changes) {
            now = now.after(change);
            epochs.add(now);
            starts.add(change.atNanos() / 1e9);
        }
        ledger = new DataLedger(world.timeline(), scenario());
        for (int i = 0; i < 40; i++) {
            record(random);
        }
    }

    private void keepSomething(RandomWorld random) {
        world.apps.replaceAll(app -> {
            List<AssetSpec> assets = new ArrayList<>(app.terms().assets());
            for (int i = 0; i < 3; i++) {
                AssetKind kind = random.one(KINDS);
                long keep = random.below(40) * SECOND;
                boolean isThere = assets.stream().anyMatch(asset -> asset.kind() == kind);
                if (!isThere) {
                    assets.add(new AssetSpec(kind, random.below(9), random.below(3), random.below(3), keep));
                }
            }
            DataTerms terms = app.terms();
            return withTerms(
                    app,
                    new DataTerms(
                            terms.flags(),
                            terms.purpose(),
                            terms.consents(),
                            terms.aiActRisk(),
                            assets,
                            terms.tenant(),
                            terms.onInfeasible()));
        });
    }

    private static App withTerms(App app, DataTerms terms) {
        return new App(
                app.id(),
                app.modelId(),
                app.dataClass(),
                app.sector(),
                app.arrivals(),
                app.profile(),
                app.prompt(),
                app.output(),
                app.payload(),
                app.slo(),
                app.populationIds(),
                terms);
    }

    private CutOff cutOff(RandomWorld random) {
        Operator cut = random.one(world.operators);
        boolean isService = !world.services.isEmpty() && random.below(2) == 0;
        return new CutOff(
                (1 + random.below(70)) * SECOND,
                OptionalLong.empty(),
                isService ? CutOff.Target.SERVICE : CutOff.Target.OPERATOR,
                isService ? random.one(world.services).id() : cut.id(),
                CutOff.USUAL_RESTART_NANOS);
    }

    /** Some instants are those at which something changes, or from which something is kept until then. */
    private void record(RandomWorld random) {
        long nanos = random.below(3) == 0 ? random.below(80) * SECOND : random.below(2_000_000_000) * 40L;
        Event event = new Event(
                random.below(world.apps.size()),
                random.below(world.populations.size()),
                random.below(world.sites.size()),
                nanos / 1e9,
                random.below(10_000),
                random.below(500),
                random.below(500),
                random.below(3) > 0);
        events.add(event);
        ledger.recordTransit(event.app, event.users, event.site, nanos, event.carried);
        ledger.recordEnd(event.app, event.users, event.site, nanos, event.prompt, event.output, event.isMeasured);
    }

    DataLedger ledger() {
        return ledger;
    }

    Scenario scenario() {
        return epochs.get(0);
    }

    static String key(Stage stage, String data, String from, String to) {
        return "%s %s %s>%s".formatted(stage, data, from, to);
    }

    private int epochOf(double seconds) {
        int epoch = 0;
        while (epoch + 1 < starts.size() && starts.get(epoch + 1) <= seconds) {
            epoch++;
        }
        return epoch;
    }

    private PlainLaw law(Event event, int epoch) {
        return new PlainLaw(epochs.get(epoch), world, event.app, event.users, event.site);
    }

    private static double bytes(AssetSpec asset, Event event) {
        return asset.bytesPerRequest()
                + event.prompt * asset.bytesPerPromptToken()
                + event.output * asset.bytesPerOutputToken();
    }

    /** Bytes by stage and kind of data that a request leaves, those that go with it among them. */
    private interface Left {
        void data(Stage stage, String data, double bytes);
    }

    private void left(Event event, Left left) {
        App app = world.apps.get(event.app);
        left.data(Stage.S3_TRANSIT, "transit", (double) event.carried);
        List<AssetSpec> assets = app.terms().assets();
        if (!event.isMeasured) {
            return;
        }
        if (assets.stream().noneMatch(asset -> asset.kind() == AssetKind.PROMPT)) {
            left.data(Stage.S5_PROCESSING, "prompt", 1000 + 4.0 * event.prompt);
        }
        if (assets.stream().noneMatch(asset -> asset.kind() == AssetKind.RESPONSE)) {
            left.data(Stage.S5_PROCESSING, "response", 250.0 * event.output);
        }
        assets.forEach(asset -> left.data(asset.kind().stage(), asset.kind().word(), bytes(asset, event)));
    }

    Map<String, Double> flows() {
        Map<String, Double> flows = new TreeMap<>();
        for (Event event : events) {
            PlainLaw law = law(event, epochOf(event.seconds));
            String from = world.populations.get(event.users).countryCode();
            left(event, (stage, data, bytes) -> {
                if (bytes > 0 && law.happens(stage)) {
                    placesOf(law, stage).forEach(to -> flows.merge(key(stage, data, from, to), bytes, Double::sum));
                }
            });
        }
        return flows;
    }

    private static List<String> placesOf(PlainLaw law, Stage stage) {
        return law.words(Fact.PLACE_COUNTRY, stage)
                .map(countries -> countries.stream().distinct().toList())
                .orElse(List.of("?"));
    }

    Map<String, Double> brokenBytes() {
        Map<String, Double> broken = new TreeMap<>();
        for (Event event : events) {
            int epoch = epochOf(event.seconds);
            PlainLaw law = law(event, epoch);
            for (Rule rule : epochs.get(epoch).sovereignty().rules()) {
                left(event, (stage, data, bytes) -> {
                    if (bytes > 0
                            && rule.stages().contains(stage)
                            && law.verdict(rule, stage).isBroken()) {
                        broken.merge(rule.id(), bytes, Double::sum);
                    }
                });
            }
        }
        return broken;
    }

    /** What a request left at rest. */
    private interface Kept {
        void data(Event event, AssetSpec asset, double until);
    }

    private void forEachKept(Kept kept) {
        for (Event event : events) {
            for (AssetSpec asset : world.apps.get(event.app).terms().assets()) {
                if (asset.keepNanos() > 0 && law(event, 0).happens(asset.kind().stage())) {
                    double erased = erasedAt(event, asset.kind().stage());
                    kept.data(event, asset, Math.min(erased, event.seconds + asset.keepNanos() / 1e9));
                }
            }
        }
    }

    /** Byte-seconds by kind, in epochs of this verdict. */
    Map<String, Double> exposure(Verdict counted) {
        Map<String, Double> sums = new TreeMap<>();
        forEachKept((event, asset, until) -> {
            for (int epoch = epochOf(event.seconds); epoch < epochs.size(); epoch++) {
                if (verdict(event, epoch, asset.kind().stage()) == counted) {
                    double byteSeconds = bytes(asset, event) * overlap(event.seconds, until, epoch);
                    sums.merge(asset.kind().word(), byteSeconds, Double::sum);
                }
            }
        });
        return sums;
    }

    /** Data that were lawful are erased a while after they no longer are, unless the law turns back before. */
    private double erasedAt(Event event, Stage stage) {
        if (remedy instanceof Remedy.Erase erase) {
            for (int change = epochOf(event.seconds) + 1; change < epochs.size(); change++) {
                boolean breaks = verdict(event, change, stage).isBroken()
                        && !verdict(event, change - 1, stage).isBroken();
                int end = change;
                while (end < epochs.size() && verdict(event, end, stage).isBroken()) {
                    end++;
                }
                double erased = starts.get(change) + erase.afterNanos() / 1e9;
                if (breaks && (end == epochs.size() || erased <= starts.get(end))) {
                    return erased;
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private double overlap(double from, double to, int epoch) {
        double begin = Math.max(FROM, starts.get(epoch));
        double end = epoch + 1 < starts.size() ? Math.min(TO, starts.get(epoch + 1)) : TO;
        return Math.max(0, Math.min(to, end) - Math.max(from, begin));
    }

    private Verdict verdict(Event event, int epoch, Stage stage) {
        PlainLaw law = law(event, epoch);
        List<Verdict> said = epochs.get(epoch).sovereignty().rules().stream()
                .filter(rule -> rule.mode() != Rule.Mode.SHADOW && rule.stages().contains(stage))
                .map(rule -> law.verdict(rule, stage))
                .toList();
        return said.contains(Verdict.DENY)
                ? Verdict.DENY
                : said.contains(Verdict.UNKNOWN) ? Verdict.UNKNOWN : Verdict.SILENT;
    }

    double compelled(String regime) {
        double[] sum = {0};
        forEachKept((event, asset, until) -> {
            for (int epoch = epochOf(event.seconds); epoch < epochs.size(); epoch++) {
                boolean isReached = law(event, epoch)
                        .words(Fact.ACTOR_EXPOSURE, asset.kind().stage())
                        .map(regimes -> regimes.contains(regime))
                        .orElse(false);
                sum[0] += isReached ? bytes(asset, event) * overlap(event.seconds, until, epoch) : 0;
            }
        });
        return sum[0];
    }

    double outOfReach(CutOff cutOff) {
        double[] sum = {0};
        double at = cutOff.atNanos() / 1e9;
        forEachKept((event, asset, until) -> {
            boolean isThere = event.seconds < at && at <= until; // just before
            Site site = world.sites.get(event.site);
            sum[0] += isThere && isHeldByCut(site, asset.kind().stage(), cutOff) ? bytes(asset, event) : 0;
        });
        return sum[0];
    }

    /** The services of the stage hold it, else the site; both hold the cache. */
    private boolean isHeldByCut(Site site, Stage stage, CutOff cutOff) {
        boolean isAtService = false;
        boolean isCut = false;
        for (Map.Entry<ServiceRole, Trust.Use> use : site.trust().uses().entrySet()) {
            if (use.getKey().stage() == stage) {
                String service = use.getValue().serviceId();
                isAtService = true;
                isCut |= cutOff.target() == CutOff.Target.SERVICE
                        ? service.equals(cutOff.id())
                        : operatorOf(service).equals(cutOff.id());
            }
        }
        boolean isAtSite = !isAtService || stage == Stage.S7_CACHE;
        return isCut
                || (isAtSite
                        && cutOff.target() == CutOff.Target.OPERATOR
                        && site.operatorId().equals(cutOff.id()));
    }

    private String operatorOf(String service) {
        return world.services.stream()
                .filter(known -> known.id().equals(service))
                .findFirst()
                .orElseThrow()
                .operatorId();
    }
}

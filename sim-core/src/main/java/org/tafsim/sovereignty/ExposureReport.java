package org.tafsim.sovereignty;

import java.util.EnumMap;
import java.util.Map;
import org.tafsim.model.App;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.CutOff;
import org.tafsim.model.Remedy;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;

/**
 * Exposure: data at rest, integrated over the measured time wherever a rule is broken there at that time. Law that changes
 * makes data unlawful without moving them; the scenario's {@link Remedy} says what is done then. See docs/model/sovereignty.md.
 */
public final class ExposureReport {
    private static final double NANOS_PER_SECOND = 1e9;

    private final DataLedger ledger;
    private final LawTimeline law;
    private final Scenario scenario;
    private final double fromSeconds;
    private final double toSeconds;

    /**
     * Of a run.
     *
     * @param scenario as the law sees it, with the variants of applications
     */
    public ExposureReport(DataLedger ledger, Scenario scenario) {
        this.ledger = ledger;
        this.scenario = scenario;
        law = ledger.law();
        fromSeconds = scenario.run().warmupNanos() / NANOS_PER_SECOND;
        toSeconds = scenario.run().horizonNanos() / NANOS_PER_SECOND;
    }

    /** Takes what one kind of data of one cell keeps over one epoch. */
    private interface Visitor {
        void visit(Kept kept, int epoch, double byteSeconds);
    }

    /** Data of one kind that came to rest at one site over one stretch of time. */
    private record Kept(int app, int route, int site, AssetKind kind, Retained data, int cameIn) {}

    /** By kind of data; those that are not kept anywhere are left out. */
    public Map<AssetKind, Exposure> byKind() {
        Map<AssetKind, Exposure> sums = new EnumMap<>(AssetKind.class);
        Map<Integer, Double> evacuations = evacuationSeconds();
        forEachKept((kept, epoch, byteSeconds) -> {
            Verdict verdict = verdict(kept, epoch);
            double exposed = verdict.isBroken() ? remedied(kept, epoch, byteSeconds, evacuations) : 0;
            sums.merge(kept.kind(), Exposure.of(verdict, exposed), Exposure::plus);
        });
        return sums;
    }

    /**
     * Data at rest within reach of a regime: a risk, not a breach.
     *
     * @return byte-seconds
     */
    public double compelledByteSeconds(String regime) {
        double[] sum = {0};
        forEachKept((kept, epoch, byteSeconds) -> {
            if (law.book(epoch).exposedTo(regime, kept.kind().stage(), kept.site()) == Truth.YES) {
                sum[0] += byteSeconds;
            }
        });
        return sum[0];
    }

    /** Data at rest that a cut-off puts out of reach, when it happens (bytes). */
    public double bytesOutOfReach(CutOff cutOff) {
        DependencyGraph graph = new DependencyGraph(scenario);
        double[] sum = {0};
        double at = cutOff.atNanos() / NANOS_PER_SECOND;
        forEachCell((kept) -> {
            boolean isOut = graph.isOutOfReach(kept.site(), kept.kind().stage(), cutOff);
            sum[0] += isOut && at <= erasedSeconds(kept) ? kept.data().at(at) : 0;
        });
        return sum[0];
    }

    private interface KeptVisitor {
        void visit(Kept kept);
    }

    private void forEachCell(KeptVisitor visitor) {
        ledger.cells().forEach((app, route, site, segment, cell) -> {
            App of = scenario.apps().get(app);
            int cameIn = ledger.epochOf(segment);
            for (AssetSpec asset : of.terms().assets()) {
                if (asset.keepNanos() > 0
                        && law.book(cameIn).happens(asset.kind().stage(), site)) {
                    Retained data = ledger.retained(cell, segment, asset);
                    visitor.visit(new Kept(app, route, site, asset.kind(), data, cameIn));
                }
            }
        });
    }

    private void forEachKept(Visitor visitor) {
        forEachCell(kept -> {
            double erased = erasedSeconds(kept);
            for (int epoch = kept.cameIn(); epoch < law.epochs(); epoch++) {
                double byteSeconds = kept.data().within(begin(epoch), Math.min(end(epoch), erased));
                if (byteSeconds > 0) {
                    visitor.visit(kept, epoch, byteSeconds);
                }
            }
        });
    }

    private double begin(int epoch) {
        return Math.max(fromSeconds, law.startNanos(epoch) / NANOS_PER_SECOND);
    }

    private double end(int epoch) {
        return epoch + 1 < law.epochs() ? Math.min(toSeconds, law.startNanos(epoch + 1) / NANOS_PER_SECOND) : toSeconds;
    }

    /** What the rules that are not in shadow say of data kept there, at the stage at which they are: the worst of it. */
    private Verdict verdict(Kept kept, int epoch) {
        RuleBook book = law.book(epoch);
        ProfileRow row = book.rowOfRoute(kept.app(), kept.route());
        Verdict worst = Verdict.SILENT;
        for (int check = 0; check < book.checks().size(); check++) {
            RuleCheck asked = book.checks().get(check);
            if (asked.stage() == kept.kind().stage() && asked.rule().mode() != Rule.Mode.SHADOW) {
                Verdict verdict = row.verdicts(check).at(kept.site());
                if (verdict == Verdict.DENY) {
                    return verdict;
                }
                worst = verdict.isBroken() ? verdict : worst;
            }
        }
        return worst;
    }

    /** When data that a change made unlawful are erased, unless the law turns back before (s); infinity where they are not. */
    private double erasedSeconds(Kept kept) {
        if (scenario.sovereignty().remedy() instanceof Remedy.Erase erase) {
            for (int change = kept.cameIn() + 1; change < law.epochs(); change++) {
                double erased = (law.startNanos(change) + erase.afterNanos()) / NANOS_PER_SECOND;
                if (!verdict(kept, change - 1).isBroken() && staysBroken(kept, change, erased)) {
                    return erased;
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private boolean staysBroken(Kept kept, int change, double untilSeconds) {
        int epoch = change;
        while (epoch < law.epochs() && law.startNanos(epoch) / NANOS_PER_SECOND < untilSeconds) {
            if (!verdict(kept, epoch).isBroken()) {
                return false;
            }
            epoch++;
        }
        return epoch > change || verdict(kept, change).isBroken();
    }

    /** Exposure of an epoch, less what has been moved by then of data that were lawful when they came. */
    private double remedied(Kept kept, int epoch, double byteSeconds, Map<Integer, Double> evacuations) {
        int change = changeThatBroke(kept, epoch);
        if (change < 0 || !(scenario.sovereignty().remedy() instanceof Remedy.Move)) {
            return byteSeconds;
        }
        double changed = law.startNanos(change) / NANOS_PER_SECOND;
        double lasts = evacuations.getOrDefault(change * law.book(0).sites() + kept.site(), 0.0);
        return epoch == change ? Math.min(byteSeconds, kept.data().at(changed) * lasts / 2) : 0;
    }

    /** The change since the data came that made them unlawful; -1 where they were so from the start. */
    private int changeThatBroke(Kept kept, int epoch) {
        int change = epoch;
        while (change > kept.cameIn() && verdict(kept, change - 1).isBroken()) {
            change--;
        }
        return change == kept.cameIn() ? -1 : change;
    }

    /** How long the evacuation of a site after a change lasts (s), by change and site. */
    private Map<Integer, Double> evacuationSeconds() {
        Map<Integer, Double> seconds = new java.util.HashMap<>(); // asked, never iterated
        if (scenario.sovereignty().remedy() instanceof Remedy.Move move) {
            forEachCell(kept -> {
                for (int change = kept.cameIn() + 1; change < law.epochs(); change++) {
                    boolean breaks = verdict(kept, change).isBroken()
                            && !verdict(kept, change - 1).isBroken();
                    double stock = breaks ? kept.data().at(law.startNanos(change) / NANOS_PER_SECOND) : 0;
                    seconds.merge(
                            change * law.book(0).sites() + kept.site(), stock * 8 / move.bitsPerSecond(), Double::sum);
                }
            });
        }
        return seconds;
    }
}

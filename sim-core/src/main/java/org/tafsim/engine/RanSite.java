package org.tafsim.engine;

import org.tafsim.kernel.InvariantViolation;
import org.tafsim.model.RanSpec;
import org.tafsim.model.RunSpec;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestView;
import org.tafsim.ran.CardSplit;
import org.tafsim.ran.CellLoad;
import org.tafsim.ran.MissTable;
import org.tafsim.ran.ShareLaws;

/**
 * RAN at one site: what its cells need, what it has, what it misses. Its load is known when a control interval is over; shares are set by
 * what is known.
 */
final class RanSite implements HarvestView {
    private static final double ROUNDING = 1e-9;

    private final RanSpec spec;
    private final RunSpec run;
    private final MissTable table;
    private final CellLoad[] cells;
    private final double[] cellLoads;
    private final CardSplit split;
    private final RanCards cards;
    private final HarvestPolicy policy;
    private final RanTotals totals = new RanTotals();
    private RanTotals sinceDecision = new RanTotals();

    private long now;
    private long sinceNanos;
    private double busyBefore;
    private double load;
    private double lastLoad;
    private double peakLoad;
    private double floor;
    private long nextDecisionNanos;
    private double sharedNanos;
    private double workNanos;
    private double usedNanos;
    private long takesBefore;
    private long preemptedBefore;

    RanSite(
            RanSpec spec,
            RunSpec run,
            MissTable table,
            CellLoad[] cells,
            CardSplit split,
            RanCards cards,
            HarvestPolicy policy) {
        this.spec = spec;
        this.run = run;
        this.table = table;
        this.cells = cells;
        this.split = split;
        this.cards = cards;
        this.policy = policy;
        cellLoads = new double[cells.length];
        nextDecisionNanos = spec.control().harvest().periodNanos();
    }

    /** An interval is over and the next begins; whether a replica opened. */
    boolean onInterval(long nowNanos) {
        account(nowNanos);
        boolean isFirst = nowNanos == 0;
        lastLoad = load;
        for (int cell = 0; cell < cells.length; cell++) {
            cellLoads[cell] = cells[cell].next();
        }
        load = table.meanLoad(cellLoads);
        if (!isFirst) {
            control();
        }
        return follow(isFirst);
    }

    /** What the split had planned for this instant happens; whether a replica opened. */
    boolean onChange(long nowNanos) {
        account(nowNanos);
        split.advance(nowNanos);
        return follow(false);
    }

    /** RAN gets what the last interval asked for, at least what the policy says. */
    private void control() {
        peakLoad = Math.max(peakLoad, lastLoad);
        if (now >= nextDecisionNanos) {
            decide();
        }
        split.want(now, Math.max(floor, table.need(lastLoad)));
    }

    private void decide() {
        floor = policy.ranShare(this);
        if (!(floor >= 0 && floor <= 1)) { // also catches NaN
            throw new PolicyException("Harvest policy %s of site %s gives RAN %s, which is no share in [0, 1]."
                    .formatted(spec.control().harvest().policy(), spec.siteId(), floor));
        }
        nextDecisionNanos = now + spec.control().harvest().periodNanos();
        sinceDecision = new RanTotals();
        peakLoad = 0;
    }

    private boolean follow(boolean isFirst) {
        ShareLaws.check(now, spec.siteId(), split, spec.reservation());
        return (isFirst || cards.areStale()) && cards.update();
    }

    /** When the split does something by itself; {@link Long#MAX_VALUE} where it does not. */
    long nextChangeNanos() {
        return split.nextChangeNanos();
    }

    /** Counts the time since it was last called, in which shares and load were what they are. */
    void account(long nowNanos) {
        double busy = cards.busyNanos();
        long elapsed = nowNanos - sinceNanos;
        if (elapsed > 0) {
            double aiBusy = Math.min(1, (busy - busyBefore) / elapsed);
            requireNoMore(nowNanos, aiBusy);
            boolean isUp = cards.areUp();
            double missed = isUp ? table.missProbability(split.ranShare(), load, aiBusy) : 0;
            long measured = Math.min(nowNanos, run.horizonNanos()) - Math.max(sinceNanos, run.warmupNanos());
            count(sinceDecision, (double) elapsed, aiBusy, isUp, missed);
            sharedNanos += aiBusy * elapsed;
            workNanos += aiBusy * cards.shareWhileBusy() * elapsed;
            usedNanos += isUp ? use() * elapsed : 0;
            if (measured > 0) {
                count(totals, (double) measured, aiBusy, isUp, missed);
                totals.takes += cards.takes() - takesBefore;
                totals.preempted += cards.preempted() - preemptedBefore;
            }
            takesBefore = cards.takes();
            preemptedBefore = cards.preempted();
        }
        busyBefore = busy;
        sinceNanos = nowNanos;
        now = nowNanos;
    }

    private void count(RanTotals to, double nanos, double aiBusy, boolean isUp, double missed) {
        double cardNanos = nanos * spec.cards();
        to.cardNanos += cardNanos;
        to.aiNanos += cards.aiShare() * cardNanos;
        to.aiBusyNanos += aiBusy * cards.shareWhileBusy() * cardNanos;
        if (!isUp) {
            return;
        }
        double slots = nanos / spec.slotNanos() * spec.cells().size();
        to.upNanos += cardNanos;
        to.slots += slots;
        to.missedSlots += missed * slots;
        to.overTargetNanos += missed > spec.control().missTarget() ? cardNanos : 0;
        to.ranNanos += split.ranShare() * cardNanos;
        to.usedNanos += use() * cardNanos;
        to.loadNanos += load * cardNanos;
    }

    /** Of the card that layer 1 is busy with: what comes too late is dropped. */
    private double use() {
        return Math.min(split.ranShare(), table.meanUse(load));
    }

    /** INV-R3: AI computes only with what it has been given. */
    private void requireNoMore(long nowNanos, double aiBusy) {
        if (aiBusy > cards.mostBusy() * (1 + ROUNDING)) {
            throw new InvariantViolation(
                    "INV-R3",
                    nowNanos,
                    "at %s AI computed for a share of %s of the time since %d ns, in which it had %s."
                            .formatted(spec.siteId(), aiBusy, sinceNanos, cards.aiShare()));
        }
    }

    RanSpec spec() {
        return spec;
    }

    /** Scenario indices of the replicas on its cards. */
    int[] replicas() {
        return cards.replicas();
    }

    /** Time in which AI computed on a card, by the last account (ns). */
    double sharedNanos() {
        return sharedNanos;
    }

    /** That times the share that it had. */
    double workNanos() {
        return workNanos;
    }

    /** Time of a card that layer 1 used, by the last account, for each of the replicas there (ns). */
    double ranNanosOfReplica() {
        boolean hasOwnCards = spec.cards() > 1;
        return hasOwnCards ? usedNanos : usedNanos / cards.replicas().length;
    }

    /** In the measured time. */
    RanTotals totals() {
        return totals;
    }

    @Override
    public long nowNanos() {
        return now;
    }

    @Override
    public long periodNanos() {
        return spec.control().harvest().periodNanos();
    }

    @Override
    public double load() {
        return lastLoad;
    }

    @Override
    public double meanLoad() {
        return sinceDecision.upNanos == 0 ? lastLoad : sinceDecision.loadNanos / sinceDecision.upNanos;
    }

    @Override
    public double peakLoad() {
        return peakLoad;
    }

    @Override
    public double shareFor(double someLoad) {
        return table.need(someLoad);
    }

    @Override
    public double ranShare() {
        return split.ranShare();
    }

    @Override
    public double aiShare() {
        return split.aiShare();
    }

    @Override
    public double reservation() {
        return spec.reservation();
    }

    @Override
    public double missRate() {
        return sinceDecision.missRate();
    }

    @Override
    public double missTarget() {
        return spec.control().missTarget();
    }

    @Override
    public double aiBusy() {
        return sinceDecision.cardNanos == 0 ? 0 : sinceDecision.aiBusyNanos / sinceDecision.cardNanos;
    }

    @Override
    public int waitingRequests() {
        return cards.waitingRequests();
    }
}

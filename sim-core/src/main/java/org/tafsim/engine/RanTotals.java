package org.tafsim.engine;

/** What is counted of RAN on shared cards, of one site or of several. Adds up. */
final class RanTotals {

    /** Slots of all cells while their cards were up. */
    double slots;

    /** Expected number of those that missed. */
    double missedSlots;

    /** Time of cards (ns). */
    double cardNanos;

    /** That in which they were up. */
    double upNanos;

    /** That in which more slots missed than may. */
    double overTargetNanos;

    /** What RAN had, times the time it had it (ns of a card). */
    double ranNanos;

    /** What layer 1 was busy with. */
    double usedNanos;

    /** What AI could use. */
    double aiNanos;

    /** What AI computed with. */
    double aiBusyNanos;

    /** Load of the cells, times the time of their cards (ns). */
    double loadNanos;

    /** Times that RAN took from AI what it was using. */
    double takes;

    /** Requests that lost their KV cache to RAN. */
    double preempted;

    /** Adds another's. */
    void add(RanTotals other) {
        addTimes(other, 1);
    }

    /** What was added since some copy of this. */
    RanTotals since(RanTotals before) {
        RanTotals between = new RanTotals();
        between.addTimes(this, 1);
        between.addTimes(before, -1);
        return between;
    }

    private void addTimes(RanTotals other, int sign) {
        slots += sign * other.slots;
        missedSlots += sign * other.missedSlots;
        cardNanos += sign * other.cardNanos;
        upNanos += sign * other.upNanos;
        overTargetNanos += sign * other.overTargetNanos;
        ranNanos += sign * other.ranNanos;
        usedNanos += sign * other.usedNanos;
        aiNanos += sign * other.aiNanos;
        aiBusyNanos += sign * other.aiBusyNanos;
        loadNanos += sign * other.loadNanos;
        takes += sign * other.takes;
        preempted += sign * other.preempted;
    }

    /** Share of the slots that missed; 0 where there were none. */
    double missRate() {
        return slots == 0 ? 0 : missedSlots / slots;
    }
}

package org.tafsim.sovereignty;

/**
 * What came of the duties of a rule.
 *
 * @param breaches requests, each once for every kind of data that it leaves behind too long or not long enough
 * @param overdueByteSeconds data kept beyond their limit, times how long beyond
 * @param disclosures requests whose tenant must be told something
 */
public record DutyCount(long breaches, double overdueByteSeconds, long disclosures) {

    /** Nothing. */
    public static final DutyCount NONE = new DutyCount(0, 0, 0);

    /** Both together. */
    public DutyCount plus(DutyCount other) {
        return new DutyCount(
                breaches + other.breaches,
                overdueByteSeconds + other.overdueByteSeconds,
                disclosures + other.disclosures);
    }
}

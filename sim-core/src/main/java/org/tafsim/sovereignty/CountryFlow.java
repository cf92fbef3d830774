package org.tafsim.sovereignty;

/** Bytes of subjects of one country that were carried through another or the same, or to it, in each interval of a run. */
public final class CountryFlow {

    private final String from;
    private final String to;
    private final boolean isOutside;
    private final long[] bytes;

    CountryFlow(String from, String to, int intervals) {
        this.from = from;
        this.to = to;
        isOutside = !LegalArea.of(from).contains(to);
        bytes = new long[intervals];
    }

    void add(int interval, long some) {
        bytes[interval] += some;
    }

    /** Country of the subjects (ISO code). */
    public String fromCountry() {
        return from;
    }

    /** Where the bytes were; {@code ?} where nobody says. */
    public String toCountry() {
        return to;
    }

    /** Whether that is outside the subjects' legal area; unknown counts as outside. */
    public boolean isOutside() {
        return isOutside;
    }

    /** In an interval, from 0. */
    public long bytes(int interval) {
        return bytes[interval];
    }
}

package org.tafsim.model;

/**
 * Time division duplex: a pattern of slots that repeats, from simulated time 0 on in all cells, as neighbours that must not
 * disturb each other have it.
 *
 * @param numerology μ of 3GPP TS 38.211, 0 to 4: a slot lasts 1 ms / 2^μ
 * @param pattern a letter for each slot, 1 to 160: D down, U up, S special; at least one U, and one that carries data down
 * @param special how the symbols of a special slot are used; it carries data down where it has symbols for that
 */
public record TddFrame(int numerology, String pattern, Special special) {

    /** Symbols in a slot, normal cyclic prefix. */
    public static final int SYMBOLS = 14;

    private static final int HIGHEST_NUMEROLOGY = 4;
    private static final int MOST_SLOTS = 160;
    private static final long LONGEST_SLOT_NANOS = 1_000_000;

    /**
     * Symbols of a special slot, 14 together.
     *
     * @param down for data down
     * @param guard for nothing, so that what was sent down has passed
     * @param up too few for data; they count for rates, not for delays
     */
    public record Special(int down, int guard, int up) {

        /** What European networks use. */
        public static final Special USUAL = new Special(10, 2, 2);

        /** Checks. */
        public Special {
            Require.within(down, 0, SYMBOLS, "Special slot", "symbols down");
            Require.within(guard, 0, SYMBOLS, "Special slot", "guard symbols");
            Require.within(up, 0, SYMBOLS, "Special slot", "symbols up");
            if (down + guard + up != SYMBOLS) {
                throw new IllegalArgumentException(
                        "The symbols of a special slot (%d down, %d guard, %d up) must be %d together."
                                .formatted(down, guard, up, SYMBOLS));
            }
        }
    }

    /** Checks. */
    public TddFrame {
        Require.within(numerology, 0, HIGHEST_NUMEROLOGY, "TDD pattern", "numerology");
        if (!pattern.matches("[DSU]{1," + MOST_SLOTS + "}")) {
            throw new IllegalArgumentException(
                    "The TDD pattern \"%s\" must be 1 to %d of the letters D (down), S (special) and U (up)."
                            .formatted(pattern, MOST_SLOTS));
        }
        if (pattern.indexOf('U') < 0) {
            throw new IllegalArgumentException("The TDD pattern %s needs a slot U, to send up.".formatted(pattern));
        }
        if (pattern.indexOf('D') < 0 && (pattern.indexOf('S') < 0 || special.down() == 0)) {
            throw new IllegalArgumentException(
                    "The TDD pattern %s needs a slot D, or S with symbols down, to send down.".formatted(pattern));
        }
    }

    /** How long a slot lasts (ns). */
    public long slotNanos() {
        return LONGEST_SLOT_NANOS >> numerology;
    }

    /** Slots until the pattern repeats. */
    public int slots() {
        return pattern.length();
    }

    /** Whether a slot of the pattern carries data down. */
    public boolean isDownlink(int slot) {
        char letter = pattern.charAt(slot);
        return letter == 'D' || (letter == 'S' && special.down() > 0);
    }

    /** Whether a slot of the pattern carries data up. */
    public boolean isUplink(int slot) {
        return pattern.charAt(slot) == 'U';
    }

    /** Share of all symbols that are down. */
    public double downlinkShare() {
        return share('D', special.down());
    }

    /** Share of all symbols that are up. */
    public double uplinkShare() {
        return share('U', special.up());
    }

    private double share(char whole, int symbolsOfSpecial) {
        long symbols = 0;
        for (int slot = 0; slot < slots(); slot++) {
            char letter = pattern.charAt(slot);
            symbols += letter == whole ? SYMBOLS : letter == 'S' ? symbolsOfSpecial : 0;
        }
        return (double) symbols / (SYMBOLS * (long) slots());
    }
}

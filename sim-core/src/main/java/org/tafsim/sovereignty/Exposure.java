package org.tafsim.sovereignty;

/**
 * Data at rest where they must not be, over time.
 *
 * @param deniedByteSeconds ∫ bytes dt where a rule that is not in shadow is known to be broken
 * @param unknownByteSeconds ∫ bytes dt where no rule is known to be broken, but one is not known to be kept
 */
public record Exposure(double deniedByteSeconds, double unknownByteSeconds) {

    /** None. */
    public static final Exposure NONE = new Exposure(0, 0);

    Exposure plus(Exposure other) {
        return new Exposure(deniedByteSeconds + other.deniedByteSeconds, unknownByteSeconds + other.unknownByteSeconds);
    }

    static Exposure of(Verdict verdict, double byteSeconds) {
        return switch (verdict) {
            case DENY -> new Exposure(byteSeconds, 0);
            case UNKNOWN -> new Exposure(0, byteSeconds);
            case PERMIT, SILENT -> NONE;
        };
    }
}

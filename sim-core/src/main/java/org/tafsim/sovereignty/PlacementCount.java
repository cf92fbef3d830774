package org.tafsim.sovereignty;

/**
 * Where placed requests went, as the law of their subjects sees it.
 *
 * @param placements requests placed
 * @param inJurisdiction of these, carried, processed, cached and logged only inside the subject's legal area
 * @param jurisdictionUnknown of these, not known to have left it nor to have stayed
 * @param ownControl of these, at operators seated in that area and controlled from nowhere else
 * @param controlUnknown of these, at operators whose seat or control is not known
 * @param breaking of these, that broke at least one rule in audit mode
 */
public record PlacementCount(
        long placements,
        long inJurisdiction,
        long jurisdictionUnknown,
        long ownControl,
        long controlUnknown,
        long breaking) {

    /** Nothing placed. */
    static final PlacementCount NONE = new PlacementCount(0, 0, 0, 0, 0, 0);

    /** The count with this many more placements of the same verdicts. */
    PlacementCount plus(long more, Verdicts verdicts, boolean isBreaking) {
        return new PlacementCount(
                placements + more,
                inJurisdiction + (verdicts.inJurisdiction() == Truth.YES ? more : 0),
                jurisdictionUnknown + (verdicts.inJurisdiction() == Truth.UNKNOWN ? more : 0),
                ownControl + (verdicts.ownControl() == Truth.YES ? more : 0),
                controlUnknown + (verdicts.ownControl() == Truth.UNKNOWN ? more : 0),
                breaking + (isBreaking ? more : 0));
    }
}

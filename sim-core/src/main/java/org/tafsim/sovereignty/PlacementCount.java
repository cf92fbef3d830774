package org.tafsim.sovereignty;

/**
 * Where placed requests went, as the law of their subjects sees it.
 *
 * @param placements requests placed
 * @param inJurisdiction of these, carried, processed, cached and logged only inside the subject's legal area
 * @param jurisdictionUnknown of these, not known to have left it nor to have stayed
 * @param ownControl of these, at operators seated in that area and controlled from nowhere else
 * @param controlUnknown of these, at operators whose seat or control is not known
 * @param breaking of these, that broke at least one rule that is not in shadow
 */
public record PlacementCount(
        long placements,
        long inJurisdiction,
        long jurisdictionUnknown,
        long ownControl,
        long controlUnknown,
        long breaking) {

    /** Nothing placed. */
    public static final PlacementCount NONE = new PlacementCount(0, 0, 0, 0, 0, 0);

    /** Placements that are all alike. */
    static PlacementCount of(long count, ProfileRow row, int site) {
        Truth inArea = row.inJurisdiction().at(site);
        Truth own = row.ownControl().at(site);
        return new PlacementCount(
                count,
                inArea == Truth.YES ? count : 0,
                inArea == Truth.UNKNOWN ? count : 0,
                own == Truth.YES ? count : 0,
                own == Truth.UNKNOWN ? count : 0,
                row.brokenRules(site) > 0 ? count : 0);
    }

    /** Both together. */
    public PlacementCount plus(PlacementCount other) {
        return new PlacementCount(
                placements + other.placements,
                inJurisdiction + other.inJurisdiction,
                jurisdictionUnknown + other.jurisdictionUnknown,
                ownControl + other.ownControl,
                controlUnknown + other.controlUnknown,
                breaking + other.breaking);
    }
}

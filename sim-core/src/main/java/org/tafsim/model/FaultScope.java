package org.tafsim.model;

import java.util.List;
import java.util.Optional;

/**
 * Sites that something may happen to: those that every stated list names, within the circle where there is one; all where
 * nothing is stated.
 *
 * @param siteIds sites
 * @param tiers tiers
 * @param countries ISO codes
 * @param circle where they lie
 */
public record FaultScope(List<String> siteIds, List<Tier> tiers, List<String> countries, Optional<Circle> circle) {

    /** Every site. */
    public static final FaultScope ALL = new FaultScope(List.of(), List.of(), List.of(), Optional.empty());

    /**
     * All within a distance.
     *
     * @param meters at least 0, on the great circle
     */
    public record Circle(GeoPoint center, double meters) {
        /** Checks. */
        public Circle {
            Require.atLeastZero(meters, "Circle", "radius (m)");
        }
    }

    /** Copies. */
    public FaultScope {
        siteIds = List.copyOf(siteIds);
        tiers = List.copyOf(tiers);
        countries = List.copyOf(countries);
    }

    /** Sites by id. */
    public static FaultScope of(String... siteIds) {
        return new FaultScope(List.of(siteIds), List.of(), List.of(), Optional.empty());
    }

    /** Whether a site is one of them. */
    public boolean includes(Site site) {
        return isAmong(siteIds, site.id())
                && isAmong(tiers, site.tier())
                && isAmong(countries, site.countryCode())
                && circle.map(round -> round.center().distanceMeters(site.location()) <= round.meters())
                        .orElse(true);
    }

    private static <T> boolean isAmong(List<T> stated, T one) {
        return stated.isEmpty() || stated.contains(one);
    }
}

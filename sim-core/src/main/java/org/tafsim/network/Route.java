package org.tafsim.network;

import java.util.Arrays;

/** The way from a UPF, or a site, to a site's connection; the way back is the same in reverse. Immutable. */
final class Route {
    private static final int[] NO_LINKS = {};

    /** Where links that are down leave no way. */
    static final Route NONE = new Route(0, NO_LINKS, 0, 0);

    private final long headNanos;
    private final int[] links;
    private final long tailNanos;
    private final long totalNanos;

    private Route(long headNanos, int[] links, long tailNanos, long totalNanos) {
        this.headNanos = headNanos;
        this.links = links;
        this.tailNanos = tailNanos;
        this.totalNanos = totalNanos;
    }

    /** A way without links of limited capacity. */
    static Route direct(long nanos) {
        return new Route(nanos, NO_LINKS, 0, nanos);
    }

    /**
     * A way over links.
     *
     * @param headNanos from the UPF to the first link (ns)
     * @param links in order from UPF to site, at least one
     * @param linkNanos their delays together (ns)
     * @param tailNanos from the last link to the site (ns)
     */
    static Route over(long headNanos, int[] links, long linkNanos, long tailNanos) {
        return new Route(headNanos, links, tailNanos, headNanos + linkNanos + tailNanos);
    }

    /** Whether there is a way. */
    boolean leads() {
        return this != NONE;
    }

    /** Whether it leads over the same links as another. */
    boolean hasLinksOf(Route other) {
        return Arrays.equals(links, other.links);
    }

    /** From the UPF to the first link, or to the site where there is none (ns). */
    long headNanos() {
        return headNanos;
    }

    /** From the last link to the site (ns). */
    long tailNanos() {
        return tailNanos;
    }

    /** All delay one way (ns) but that of the bytes themselves. */
    long totalNanos() {
        return totalNanos;
    }

    int linkCount() {
        return links.length;
    }

    /** The link at this place from the UPF on, toward the site. */
    int linkUp(int place) {
        return links[place];
    }

    /** The link at this place from the site on, toward the UPF. */
    int linkDown(int place) {
        return Links.reversed(links[links.length - 1 - place]);
    }
}

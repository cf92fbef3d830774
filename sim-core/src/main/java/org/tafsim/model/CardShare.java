package org.tafsim.model;

import java.util.Locale;

/**
 * What is left of a card that is cut, shared or capped: an accelerator of its own, with shares of the card's figures.
 *
 * @param suffix of its id, e.g. {@code /1g.10gb}
 * @param compute share of the peaks, in (0, 1]
 * @param bandwidth share of the memory's, in (0, 1]
 * @param memory share of its capacity, in (0, 1]
 * @param link share of the link; 0 where instances cannot reach each other
 * @param power share of board power, in (0, 1]
 * @param price share of an accelerator-hour, in (0, 1]
 * @param how it came about, for its source
 */
public record CardShare(
        String suffix,
        double compute,
        double bandwidth,
        double memory,
        double link,
        double power,
        double price,
        String how) {

    /** All of a card. */
    public static final CardShare WHOLE = new CardShare("", 1, 1, 1, 1, 1, 1, "the whole card");

    /** Stands for no link, where one must be stated (bytes/s). */
    public static final double NO_LINK = 1;

    /** Checks. */
    public CardShare {
        String owner = "A share of a card, " + how;
        Require.share(compute, owner, "compute");
        Require.share(bandwidth, owner, "bandwidth");
        Require.share(memory, owner, "memory");
        Require.fraction(link, owner, "link");
        Require.share(power, owner, "power");
        Require.share(price, owner, "price");
    }

    /** An instance of a cut card. Power and price go with the compute slices. */
    public static CardShare of(MigGeometry geometry, MigProfile profile) {
        double slices = (double) profile.computeSlices() / geometry.computeSlices();
        return new CardShare(
                "/" + profile.id(),
                profile.computeShare(),
                (double) profile.memorySlices() / geometry.memorySlices(),
                profile.memoryShare(),
                0,
                slices,
                slices,
                "MIG instance " + profile.id());
    }

    /**
     * A part with the same share of everything, and the whole link.
     *
     * @param share in (0, 1]
     * @param how it came about
     */
    public static CardShare ofEverything(double share, String how) {
        return new CardShare("/" + Plain.percent(share), share, share, share, 1, share, share, how);
    }

    /**
     * A card that computes more slowly, with the memory, the power and the price of all of it.
     *
     * @param speed of the peaks and of the memory, in (0, 1]
     */
    public static CardShare ofSpeed(double speed) {
        return new CardShare(
                "/" + Plain.percent(speed),
                speed,
                speed,
                1,
                1,
                1,
                1,
                "at %s of its speed".formatted(Plain.percent(speed)));
    }

    /** One of the replicas that share a card: (1 − interference) / ways of its speed, 1 / ways of everything else. */
    public static CardShare of(CardSharing sharing) {
        double part = 1.0 / sharing.ways();
        double speed = part * (1 - sharing.interference());
        String mode = sharing.mode().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String loss = Plain.percent(sharing.interference());
        return new CardShare(
                "/%s-%d-%s".formatted(mode, sharing.ways(), loss),
                speed,
                speed,
                part,
                part,
                part,
                part,
                "one of %d that share it by %s, %s lost to each other".formatted(sharing.ways(), mode, loss));
    }

    /** A card that may draw no more than this (W): its processors slow down, its memory does not. */
    public static CardShare ofCapped(AcceleratorProfile card, double capWatts) {
        double speed = PowerCap.speed(card, capWatts);
        String watts = Plain.number(capWatts);
        return new CardShare("@%sW".formatted(watts), speed, 1, 1, 1, 1, 1, "capped at %s W".formatted(watts));
    }

    /** That share of a card. Its board power is that of the card, also under a cap: see {@link EnergySpec}. */
    public AcceleratorProfile of(AcceleratorProfile card) {
        return new AcceleratorProfile(
                card.id() + suffix,
                card.vendorCountry(),
                compute * card.bf16FlopsPerSecond(),
                compute * card.fp8FlopsPerSecond(),
                compute * card.fp4FlopsPerSecond(),
                (long) (memory * card.memoryBytes()),
                bandwidth * card.memoryBytesPerSecond(),
                link > 0 ? link * card.linkBytesPerSecond() : NO_LINK,
                power * card.boardWatts(),
                card.source() + "; " + how);
    }
}

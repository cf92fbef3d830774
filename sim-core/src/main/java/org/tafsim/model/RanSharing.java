package org.tafsim.model;

import java.util.List;
import java.util.Optional;

/** How RAN and AI share a card, or a pool of cards. Shares are of its compute. */
public sealed interface RanSharing {

    /** What AI does to layer 1 in this mode. */
    RanInterference interference();

    /** RAN has the card to itself. */
    record Dedicated() implements RanSharing {
        @Override
        public RanInterference interference() {
            return RanInterference.ISOLATED;
        }
    }

    /** Two parts that never change (MIG). */
    record FixedSlice(Slice slice) implements RanSharing {
        /**
         * Two parts, each with that share of everything the card has.
         *
         * @param ranShare in (0, 1]
         * @param aiShare in [0, 1); together at most 1, less where slices are stranded
         */
        public FixedSlice(double ranShare, double aiShare) {
            this(new Slice(ranShare, aiShare));
        }

        /** Two instances of a card, of which only their compute is known. */
        public static FixedSlice of(MigProfile ran, MigProfile ai) {
            return new FixedSlice(ran.computeShare(), ai.computeShare());
        }

        @Override
        public RanInterference interference() {
            return RanInterference.ISOLATED;
        }
    }

    /**
     * Two parts that are cut anew. RAN keeps what it has until the new cut is there.
     *
     * @param slices to choose from, by the share of RAN, rising
     * @param drainNanos that AI has to end its work when RAN gives something back; when RAN takes, AI has none
     * @param resizeNanos in which AI has nothing, while the card is cut, positive
     */
    record DynamicSlice(List<Slice> slices, long drainNanos, long resizeNanos) implements RanSharing {
        /** Copies and checks. */
        public DynamicSlice {
            slices = List.copyOf(slices);
            if (slices.isEmpty()) {
                throw new IllegalArgumentException("A card that is cut anew needs slices to choose from.");
            }
            for (int i = 1; i < slices.size(); i++) {
                if (slices.get(i).ranShare() <= slices.get(i - 1).ranShare()) {
                    throw new IllegalArgumentException(
                            "Slices must be listed by the share of RAN, rising: %s comes after %s."
                                    .formatted(slices.get(i), slices.get(i - 1)));
                }
            }
            Require.atLeastZero(drainNanos, "A card that is cut anew", "time to drain (ns)");
            Require.positive(resizeNanos, "A card that is cut anew", "time to cut (ns)");
        }

        @Override
        public RanInterference interference() {
            return RanInterference.ISOLATED;
        }
    }

    /** RAN takes what it needs at once, AI has the rest, in turns. */
    record TimeSliced(RanInterference interference) implements RanSharing {}

    /**
     * The same side by side, in whole steps.
     *
     * @param steps that the card's multiprocessors are given out in, at least 2
     */
    record Mps(int steps, RanInterference interference) implements RanSharing {
        /** Checks. */
        public Mps {
            Require.within(steps, 2, 1_000, "MPS", "steps");
        }
    }

    /**
     * Cards of one hub. Cells move to few of them when there is little to do, and AI has the others whole.
     *
     * @param cards of the hub, at least 2
     * @param fill share of a card that its cells may take before another is needed, in (0, 1]
     * @param slack share of a card that must be free beyond that before one is given back, in [0, 1)
     * @param migrationNanos until the cells of one card are on another; both have them meanwhile
     */
    record Pooled(int cards, double fill, double slack, long migrationNanos) implements RanSharing {
        /** Checks. */
        public Pooled {
            Require.within(cards, 2, 10_000, "A pool", "cards");
            Require.share(fill, "A pool", "fill");
            Require.fraction(slack, "A pool", "slack");
            Require.atLeastZero(migrationNanos, "A pool", "time to migrate (ns)");
        }

        @Override
        public RanInterference interference() {
            return RanInterference.ISOLATED;
        }
    }

    /**
     * One way to cut a card.
     *
     * @param ranShare of the compute, in (0, 1]
     * @param ai what is AI's of the card; empty where nothing is. Both together have at most the card's compute
     */
    record Slice(double ranShare, Optional<CardShare> ai) {
        /** Checks. */
        public Slice {
            Require.share(ranShare, "A slice", "share of RAN");
            double aiShare = ai.map(CardShare::compute).orElse(0.0);
            if (ranShare + aiShare > 1) {
                throw new IllegalArgumentException(
                        "A slice: RAN (%s) and AI (%s) together must not exceed 1.".formatted(ranShare, aiShare));
            }
        }

        /** Two parts, each with that share of everything the card has; none for AI where its share is 0. */
        public Slice(double ranShare, double aiShare) {
            this(
                    ranShare,
                    aiShare == 0 ? Optional.empty() : Optional.of(CardShare.ofEverything(aiShare, "part of a card")));
        }

        /** Two instances of a card. */
        public static Slice of(MigGeometry geometry, MigProfile ran, MigProfile ai) {
            return new Slice(ran.computeShare(), Optional.of(CardShare.of(geometry, ai)));
        }

        /** Of the compute, in [0, 1). */
        public double aiShare() {
            return ai.map(CardShare::compute).orElse(0.0);
        }
    }
}

package org.tafsim.model;

/** How a layer attends: what its projections weigh, what it caches and what reading the cache costs. */
public sealed interface Attention permits GroupedAttention, LatentAttention {

    /** Weights of the projections of one layer of the given hidden size. */
    double parameters(int hiddenSize);

    /** Elements that one layer caches of one token. */
    int kvElements();

    /** Accelerators the cache can be split over; beyond, it is copied. */
    int kvShards();

    /** Work of prefill for each pair of a token and one it looks at, in one layer (FLOP). */
    double prefillFlops();

    /** Work of one decode for each token of its context, in one layer (FLOP). */
    double decodeFlops();
}

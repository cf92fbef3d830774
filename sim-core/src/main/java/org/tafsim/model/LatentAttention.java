package org.tafsim.model;

/**
 * Multi-head latent attention (DeepSeek-V2, arXiv:2405.04434): keys and values of all heads are kept as one compressed vector.
 * Prefill unpacks it; decode works on it as it is, its unpacking folded into the projections.
 *
 * @param heads H
 * @param queryRank width of the compressed query
 * @param kvRank width of the compressed keys and values
 * @param ropeDimension of each head, and of the one rotated key that is cached beside
 * @param nopeDimension of each head without position
 * @param valueDimension of each head
 */
public record LatentAttention(
        int heads, int queryRank, int kvRank, int ropeDimension, int nopeDimension, int valueDimension)
        implements Attention {

    /** Checks. */
    public LatentAttention {
        Require.positive(heads, "Latent attention", "heads");
        Require.positive(queryRank, "Latent attention", "query rank");
        Require.positive(kvRank, "Latent attention", "KV rank");
        Require.positive(ropeDimension, "Latent attention", "rotated dimension");
        Require.positive(nopeDimension, "Latent attention", "dimension without position");
        Require.positive(valueDimension, "Latent attention", "value dimension");
    }

    @Override
    public double parameters(int hiddenSize) {
        double query = (double) queryRank * (hiddenSize + (double) heads * (nopeDimension + ropeDimension));
        double keysAndValues =
                (double) hiddenSize * kvElements() + (double) kvRank * heads * (nopeDimension + valueDimension);
        return query + keysAndValues + (double) heads * valueDimension * hiddenSize;
    }

    @Override
    public int kvElements() {
        return kvRank + ropeDimension;
    }

    @Override
    public int kvShards() {
        return 1;
    }

    @Override
    public double prefillFlops() {
        return 2.0 * heads * (nopeDimension + ropeDimension + valueDimension);
    }

    @Override
    public double decodeFlops() {
        return 2.0 * heads * (kvElements() + (double) kvRank);
    }
}

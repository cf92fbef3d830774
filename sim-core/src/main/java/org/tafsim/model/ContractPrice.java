package org.tafsim.model;

/**
 * What a home operator pays for a request that a partner has served.
 *
 * @param eurPer1kRequests EUR per 1,000 requests, at least 0
 * @param eurPerMillionTokens EUR per million tokens of prompts and answers together, at decoders, at least 0
 */
public record ContractPrice(double eurPer1kRequests, double eurPerMillionTokens) {

    /** Nothing. */
    public static final ContractPrice FREE = new ContractPrice(0, 0);

    /** Checks. */
    public ContractPrice {
        Require.atLeastZero(eurPer1kRequests, "Contract", "EUR per 1,000 requests");
        Require.atLeastZero(eurPerMillionTokens, "Contract", "EUR per million tokens");
    }

    /** EUR for so many requests with so many tokens together. */
    public double eur(double requests, double tokens) {
        return eurPer1kRequests * requests / 1e3 + eurPerMillionTokens * tokens / 1e6;
    }
}

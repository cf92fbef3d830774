package org.tafsim.model;

/**
 * How much of a kind of data every request leaves behind, and for how long.
 *
 * @param kind what
 * @param bytesPerRequest whatever its length
 * @param bytesPerPromptToken for each token of the prompt
 * @param bytesPerOutputToken for each token of the answer
 * @param keepNanos from the request's end until it is erased (ns); 0 where it goes with the request
 */
public record AssetSpec(
        AssetKind kind,
        double bytesPerRequest,
        double bytesPerPromptToken,
        double bytesPerOutputToken,
        long keepNanos) {

    /** Checks. */
    public AssetSpec {
        String owner = "Asset " + kind.word();
        Require.atLeastZero(bytesPerRequest, owner, "size (bytes per request)");
        Require.atLeastZero(bytesPerPromptToken, owner, "size (bytes per prompt token)");
        Require.atLeastZero(bytesPerOutputToken, owner, "size (bytes per output token)");
        Require.atLeastZero(keepNanos, owner, "retention (ns)");
    }

    /** Bytes left behind by so many requests with so many tokens together. */
    public double bytes(double requests, double promptTokens, double outputTokens) {
        return requests * bytesPerRequest + promptTokens * bytesPerPromptToken + outputTokens * bytesPerOutputToken;
    }
}

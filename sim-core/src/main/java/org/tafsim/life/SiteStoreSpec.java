package org.tafsim.life;

/**
 * What a site has beside its cards to keep weights in.
 *
 * @param hostBytes of host memory for evicted weights
 * @param isOnDisk whether image and weights are on its disk at the start
 */
public record SiteStoreSpec(long hostBytes, boolean isOnDisk) {}

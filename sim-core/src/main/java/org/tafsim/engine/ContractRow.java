package org.tafsim.engine;

import java.util.Arrays;

/**
 * What is the same for all requests that are alike to contracts: those that cover them, apart from time and capacity, and at each site
 * a bit for each of these that opens it, in the order of the scenario.
 */
final class ContractRow {

    /** Bit of a site of the home operator: no contract is needed. */
    static final long OWN = 1L << 63;

    /** Bits that are left for contracts. */
    static final int MOST = 63;

    private final int[] contracts;
    private final long[] bySite;

    /**
     * Makes one.
     *
     * @param contracts that cover such requests, by scenario index, in order
     * @param bySite bits of those that open a site
     */
    ContractRow(int[] contracts, long[] bySite) {
        this.contracts = contracts;
        this.bySite = bySite;
    }

    /** Contracts that cover such requests. */
    int size() {
        return contracts.length;
    }

    /** Scenario index of the contract that has a bit. */
    int contract(int bit) {
        return contracts[bit];
    }

    /** Bits of a site. */
    long at(int site) {
        return bySite[site];
    }

    /** The first contract that opens a site, of those whose bits are given; -1 where the site is the home operator's. */
    int first(int site, long given) {
        long bits = bySite[site] & given;
        return (bits & OWN) != 0 ? -1 : contracts[Long.numberOfTrailingZeros(bits)];
    }

    /** Whether a request may be at a site under a contract, or under none (-1). */
    boolean allows(int site, int contract) {
        int bit = Arrays.binarySearch(contracts, contract);
        return contract < 0 ? bySite[site] == OWN : bit >= 0 && (bySite[site] & (1L << bit)) != 0;
    }
}

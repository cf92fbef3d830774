package org.tafsim.sovereignty;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An immutable set of sites, by scenario index, as bits. Sets combine with sets of the same scenario only. */
public final class SiteSet {
    private final int sites;
    private final long[] bits;

    private SiteSet(int sites, long[] bits) {
        this.sites = sites;
        this.bits = bits;
    }

    /** Those of the first so many sites for which a test holds. */
    static SiteSet of(int sites, IntPredicate isMember) {
        long[] bits = new long[(sites + Long.SIZE - 1) / Long.SIZE];
        for (int site = 0; site < sites; site++) {
            if (isMember.test(site)) {
                bits[site / Long.SIZE] |= 1L << site; // shifts by the site modulo 64
            }
        }
        return new SiteSet(sites, bits);
    }

    /** Whether the site is in it. */
    public boolean contains(int site) {
        return (bits[site / Long.SIZE] & 1L << site) != 0;
    }

    /** Whether every site of this is in the other. */
    public boolean isSubsetOf(SiteSet other) {
        return minus(other).isEmpty();
    }

    /** How many there are. */
    public int size() {
        int size = 0;
        for (long word : bits) {
            size += Long.bitCount(word);
        }
        return size;
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** The sites, in scenario order. */
    public IntStream stream() {
        return IntStream.range(0, sites).filter(this::contains);
    }

    SiteSet and(SiteSet other) {
        long[] both = bits.clone();
        for (int i = 0; i < both.length; i++) {
            both[i] &= other.bits[i];
        }
        return new SiteSet(sites, both);
    }

    SiteSet or(SiteSet other) {
        long[] either = bits.clone();
        for (int i = 0; i < either.length; i++) {
            either[i] |= other.bits[i];
        }
        return new SiteSet(sites, either);
    }

    SiteSet minus(SiteSet other) {
        long[] rest = bits.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] &= ~other.bits[i];
        }
        return new SiteSet(sites, rest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteSet set && sites == set.sites && Arrays.equals(bits, set.bits);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bits);
    }

    @Override
    public String toString() {
        return stream().mapToObj(Integer::toString).collect(Collectors.joining(", ", "{", "}"));
    }
}

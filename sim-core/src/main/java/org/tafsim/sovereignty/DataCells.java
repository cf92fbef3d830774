package org.tafsim.sovereignty;

import java.util.Arrays;

/**
 * Sums over requests that are alike: of one application, route, site and stretch of time. Cells come into being when they are
 * used first. The sums of a cell lie side by side, since a request touches most of them at once; they are whole numbers below
 * 2^53 or times in seconds.
 */
final class DataCells {
    /** Bytes carried. */
    static final int TRANSIT_BYTES = 0;
    /** Measured requests that completed, and their tokens. */
    static final int REQUESTS = 1;

    static final int PROMPT_TOKENS = 2;
    static final int OUTPUT_TOKENS = 3;
    /** All requests that completed, measured or not: number, tokens, and each times its end (s). */
    static final int KEPT = 4;

    static final int KEPT_PROMPT = 5;
    static final int KEPT_OUTPUT = 6;
    static final int KEPT_TIME = 7;
    static final int KEPT_PROMPT_TIME = 8;
    static final int KEPT_OUTPUT_TIME = 9;
    private static final int SUMS = 10;
    private static final int[] UNUSED = {};

    private final int sites;
    private final int[][][][] cells; // by segment, app, route, site; 0 where there is none, else its number + 1
    private double[] sums = {};
    private int size;

    DataCells(int apps, int routes, int sites, int segments) {
        this.sites = sites;
        cells = new int[segments][apps][routes][];
        for (int[][][] ofSegment : cells) {
            for (int[][] ofApp : ofSegment) {
                Arrays.fill(ofApp, UNUSED);
            }
        }
    }

    /** The cell of these; made where it is not there. */
    int of(int app, int route, int site, int segment) {
        int[] bySite = cells[segment][app][route];
        if (bySite == UNUSED) {
            bySite = new int[sites];
            cells[segment][app][route] = bySite;
        }
        if (bySite[site] == 0) {
            bySite[site] = ++size;
            makeRoom();
        }
        return bySite[site] - 1;
    }

    /** Adds to one of a cell's sums. */
    void add(int cell, int sum, double value) {
        sums[cell * SUMS + sum] += value;
    }

    /** One of a cell's sums. */
    double get(int cell, int sum) {
        return sums[cell * SUMS + sum];
    }

    /** The same sum over all cells. */
    double total(int sum) {
        double total = 0;
        for (int cell = 0; cell < size; cell++) {
            total += get(cell, sum);
        }
        return total;
    }

    /** Takes cells that are in use. */
    interface Visitor {
        void visit(int app, int route, int site, int segment, int cell);
    }

    /** Visits the cells by application, route, site and segment. */
    void forEach(Visitor visitor) {
        for (int app = 0; app < cells[0].length; app++) {
            for (int route = 0; route < cells[0][app].length; route++) {
                for (int site = 0; site < sites; site++) {
                    visit(app, route, site, visitor);
                }
            }
        }
    }

    private void visit(int app, int route, int site, Visitor visitor) {
        for (int segment = 0; segment < cells.length; segment++) {
            int[] bySite = cells[segment][app][route];
            if (bySite.length > 0 && bySite[site] > 0) {
                visitor.visit(app, route, site, segment, bySite[site] - 1);
            }
        }
    }

    private void makeRoom() {
        if (size * SUMS > sums.length) {
            sums = Arrays.copyOf(sums, Math.max(2 * sums.length, size * SUMS + 64));
        }
    }
}

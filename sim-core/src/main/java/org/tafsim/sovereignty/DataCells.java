package org.tafsim.sovereignty;

import java.util.Arrays;

/**
 * Sums over requests that are alike: of one application, route, site and stretch of time. Cells come into being when they are
 * used first; columns are plain arrays, indexed by cell, and are replaced when the table grows.
 */
final class DataCells {
    private static final int[] UNUSED = {};

    private final int segments;
    private final int sites;
    private final int[][][]
            firstCells; // by app, route, site; 0 where there is none, else the number of the first segment's cell + 1
    private int size;

    /** Bytes carried. */
    long[] transitBytes = {};
    /** Measured requests that completed, and their tokens. */
    long[] requests = {};

    long[] promptTokens = {};
    long[] outputTokens = {};
    /** All requests that completed, measured or not: number, tokens, and each times its end (s). */
    double[] kept = {};

    double[] keptPrompt = {};
    double[] keptOutput = {};
    double[] keptTime = {};
    double[] keptPromptTime = {};
    double[] keptOutputTime = {};

    DataCells(int apps, int routes, int sites, int segments) {
        this.segments = segments;
        this.sites = sites;
        firstCells = new int[apps][routes][];
        for (int[][] ofApp : firstCells) {
            Arrays.fill(ofApp, UNUSED);
        }
    }

    /** The cell of these; made where it is not there. */
    int of(int app, int route, int site, int segment) {
        if (firstCells[app][route] == UNUSED) {
            firstCells[app][route] = new int[sites];
        }
        if (firstCells[app][route][site] == 0) {
            firstCells[app][route][site] = size + 1;
            size += segments;
            makeRoom();
        }
        return firstCells[app][route][site] - 1 + segment;
    }

    /** Takes cells that are in use. */
    interface Visitor {
        void visit(int app, int route, int site, int segment, int cell);
    }

    /** Visits the cells by application, route, site and segment. */
    void forEach(Visitor visitor) {
        for (int app = 0; app < firstCells.length; app++) {
            for (int route = 0; route < firstCells[app].length; route++) {
                int[] bySite = firstCells[app][route];
                for (int site = 0; site < bySite.length; site++) {
                    for (int segment = 0; bySite[site] > 0 && segment < segments; segment++) {
                        visitor.visit(app, route, site, segment, bySite[site] - 1 + segment);
                    }
                }
            }
        }
    }

    private void makeRoom() {
        if (size <= transitBytes.length) {
            return;
        }
        int capacity = Math.max(2 * transitBytes.length, size + 64);
        transitBytes = Arrays.copyOf(transitBytes, capacity);
        requests = Arrays.copyOf(requests, capacity);
        promptTokens = Arrays.copyOf(promptTokens, capacity);
        outputTokens = Arrays.copyOf(outputTokens, capacity);
        kept = Arrays.copyOf(kept, capacity);
        keptPrompt = Arrays.copyOf(keptPrompt, capacity);
        keptOutput = Arrays.copyOf(keptOutput, capacity);
        keptTime = Arrays.copyOf(keptTime, capacity);
        keptPromptTime = Arrays.copyOf(keptPromptTime, capacity);
        keptOutputTime = Arrays.copyOf(keptOutputTime, capacity);
    }
}

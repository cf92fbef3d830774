package org.tafsim.engine;

import org.tafsim.network.Network;

/**
 * Brings images and weights from the registry's site, over the links that requests use. A pull is a stream of pieces of which a few
 * are under way at a time, so that what others send goes between them.
 */
final class Pulls {

    /** The leg of a piece. */
    static final int LEG = -2;

    /** Size of a piece (bytes). */
    static final int PIECE_BYTES = 1 << 20;

    /** Pieces under way: 6 MiB, the largest receive window that Linux grants a connection by itself (tcp_rmem). */
    static final int WINDOW = 6;

    private final Network network;
    private final int registry;
    private final int[] siteOf;
    private final long[] unsent;
    private final long[] toCome;

    /**
     * None under way.
     *
     * @param siteOf site of each replica on demand
     */
    Pulls(Network network, int registry, int[] siteOf) {
        this.network = network;
        this.registry = registry;
        this.siteOf = siteOf;
        unsent = new long[siteOf.length];
        toCome = new long[siteOf.length];
    }

    /** Begins to bring bytes to the site of a replica on demand; of one at a time. */
    void begin(int number, long bytes) {
        unsent[number] = bytes;
        toCome[number] = bytes;
        if (siteOf[number] == registry) {
            send(number, bytes);
        }
        for (int i = 0; i < WINDOW && unsent[number] > 0; i++) {
            send(number, PIECE_BYTES);
        }
    }

    private void send(int number, long most) {
        long bytes = Math.min(most, unsent[number]);
        unsent[number] -= bytes;
        network.sendBetween(number, registry, siteOf[number], bytes, LEG);
    }

    /** A piece has come; pieces of a pull come in order. @return whether it was the last */
    boolean delivered(int number) {
        toCome[number] -= siteOf[number] == registry ? toCome[number] : Math.min(PIECE_BYTES, toCome[number]);
        if (unsent[number] > 0) {
            send(number, PIECE_BYTES);
        }
        return toCome[number] == 0;
    }

    /** Time to expect of a pull of this size, or of what is left of one under way (s): alone, over the slower of both connections. */
    double seconds(int number, long bytes) {
        if (siteOf[number] == registry) {
            return 0;
        }
        long left = toCome[number] > 0 ? toCome[number] : bytes;
        double bitsPerSecond = Math.min(
                network.listLinks().get(network.siteOutLink(registry)).bitsPerSecond(),
                network.listLinks().get(network.siteInLink(siteOf[number])).bitsPerSecond());
        double byLine = 8.0 * left / bitsPerSecond;
        double byWindow = network.secondsBetween(registry, siteOf[number]) * left / ((double) WINDOW * PIECE_BYTES);
        return Math.max(byLine, byWindow);
    }
}

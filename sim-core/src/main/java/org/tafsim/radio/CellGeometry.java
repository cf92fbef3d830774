package org.tafsim.radio;

/**
 * Equal cells on a hexagonal grid, each with one antenna that sends all around, and users anywhere between them.
 *
 * @param pathLoss between antennas and users
 * @param interSiteMeters from an antenna to the next
 * @param rings of neighbours that disturb: 1 (6 cells) or 2 (18)
 * @param entry what walls take of the signal of users inside
 * @param indoorShare of users, in [0, 1]
 */
public record CellGeometry(
        PathLoss pathLoss, double interSiteMeters, int rings, BuildingEntry entry, double indoorShare) {

    /** Checks. */
    public CellGeometry {
        if (rings < 1 || rings > 2) {
            throw new IllegalArgumentException("Cells disturb over 1 or 2 rings, not %d.".formatted(rings));
        }
        if (!(indoorShare >= 0 && indoorShare <= 1)) {
            throw new IllegalArgumentException(
                    "The share of users inside (%s) must lie in [0, 1].".formatted(indoorShare));
        }
        double most = pathLoss.environment().mostMeters() / (rings + 1);
        if (!(interSiteMeters >= 2 * pathLoss.environment().leastMeters() && interSiteMeters <= most)) {
            throw new IllegalArgumentException("The distance between sites (%s m) must lie between %s and %s."
                    .formatted(interSiteMeters, 2 * pathLoss.environment().leastMeters(), most));
        }
    }

    PathLoss.Environment environment() {
        return pathLoss.environment();
    }

    /** Cells in all: the middle one and its rings. */
    int cells() {
        return 1 + 3 * rings * (rings + 1);
    }

    /** Antennas as {x, y} (m), the middle one first. */
    double[][] antennas() {
        double[][] antennas = new double[cells()][];
        int next = 1;
        antennas[0] = new double[2];
        for (int i = -rings; i <= rings; i++) {
            for (int j = -rings; j <= rings; j++) {
                if (Math.abs(i + j) <= rings && (i != 0 || j != 0)) {
                    antennas[next++] = place(i, j);
                }
            }
        }
        return antennas;
    }

    /** A place of the grid's two axes, which stand at 60 degrees (m). */
    double[] place(double i, double j) {
        return new double[] {interSiteMeters * (i + j / 2), interSiteMeters * j * Math.sqrt(3) / 2};
    }
}

package org.tafsim.kernel.random;

/**
 * A quantile function read from a table of it, with straight lines between: for draws by the million of what is dear to compute. The
 * first and the last part, where lines would be wrong, are computed.
 */
final class TabledQuantiles implements InverseCdf {
    private final InverseCdf exact;
    private final double[] values;
    private final int parts;

    TabledQuantiles(InverseCdf exact, int parts) {
        this.exact = exact;
        this.parts = parts;
        values = new double[parts];
        for (int i = 1; i < parts; i++) {
            values[i] = exact.at((double) i / parts);
        }
    }

    @Override
    public double at(double u) {
        double place = u * parts;
        int part = (int) place;
        if (part == 0 || part >= parts - 1) {
            return exact.at(u);
        }
        return values[part] + (place - part) * (values[part + 1] - values[part]);
    }
}

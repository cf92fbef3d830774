package org.tafsim.cli.browser;

import java.util.List;

/** Contrast of colors, from 1 to 21. Source: W3C, Web Content Accessibility Guidelines 2.2, "relative luminance" and "contrast ratio". */
final class Contrast {

    private static final double NORMAL = 4.5;
    private static final double LARGE = 3;
    private static final double LARGE_PX = 24;
    private static final double LARGE_BOLD_PX = 18.66;

    private Contrast() {}

    /** Least ratio (AA) of text of a size (px) and a weight. */
    static double needed(double size, double weight) {
        return size >= LARGE_PX || (size >= LARGE_BOLD_PX && weight >= 700) ? LARGE : NORMAL;
    }

    /**
     * Ratio of a text's color to its ground.
     *
     * @param color red, green, blue in 0..255, and how opaque it is in 0..1
     * @param grounds layers from below
     */
    static double ratio(List<Double> color, List<List<Double>> grounds) {
        double[] ground = {255, 255, 255};
        for (List<Double> layer : grounds) {
            ground = over(layer, ground);
        }
        double one = luminance(over(color, ground));
        double other = luminance(ground);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double[] over(List<Double> layer, double[] below) {
        double opacity = layer.size() > 3 ? layer.get(3) : 1;
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = opacity * layer.get(i) + (1 - opacity) * below[i];
        }
        return mixed;
    }

    private static double luminance(double[] color) {
        return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
    }

    private static double linear(double channel) {
        double share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}

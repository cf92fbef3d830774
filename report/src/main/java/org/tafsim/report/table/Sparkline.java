package org.tafsim.report.table;

import java.util.List;

/** A curve as a row of characters, from 0 to a most; each is the mean of its share of the values. */
public enum Sparkline {
    /** Blocks, for what shows Unicode. */
    BLOCKS("▁▂▃▄▅▆▇█"),
    /** The same in ASCII. */
    ASCII("_.:-=+*#");

    private final String levels;

    Sparkline(String levels) {
        this.levels = levels;
    }

    /**
     * Draws.
     *
     * @param values in the order of time; what is not a number is left blank
     * @param most value of the highest level
     * @param width most characters; fewer where there are fewer values
     */
    public String of(List<Double> values, double most, int width) {
        int characters = Math.min(width, values.size());
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            int from = (int) ((long) i * values.size() / characters);
            int to = (int) ((long) (i + 1) * values.size() / characters);
            row.append(level(mean(values, from, to), most));
        }
        return row.toString();
    }

    private static double mean(List<Double> values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values.get(i);
        }
        return sum / (to - from);
    }

    private char level(double value, double most) {
        if (Double.isNaN(value)) {
            return ' ';
        }
        double share = most > 0 ? Math.max(0, value / most) : 0;
        return levels.charAt(Math.min(levels.length() - 1, (int) (share * levels.length())));
    }
}

package org.tafsim.policies.score;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.policies.Column;

/**
 * A piecewise linear score of utilisation, as in RequestedToCapacityRatio of kube-scheduler: {@code 0:0 70:10 100:0} is 0 where nothing
 * is in use, 10 of 10 at 70 %, and 0 again at 100 %. Before the first point and after the last it is constant.
 */
public final class Shape {

    private static final Pattern POINT = Pattern.compile("(\\d{1,3}):(\\d{1,2})");
    private static final double MOST_PERCENT = 100;
    private static final double MOST_SCORE = 10;

    private final double[] shares;
    private final double[] scores;

    private Shape(double[] shares, double[] scores) {
        this.shares = shares;
        this.scores = scores;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException where a point is none, or utilisation does not rise from point to point
     */
    public static Shape of(String text) {
        String[] points = text.strip().split("[ ,]+", -1);
        double[] shares = new double[points.length];
        double[] scores = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            Matcher point = POINT.matcher(points[i]);
            if (!point.matches()) {
                throw refusal(points[i], text);
            }
            shares[i] = Double.parseDouble(point.group(1)) / MOST_PERCENT;
            scores[i] = Double.parseDouble(point.group(2)) / MOST_SCORE;
            if (shares[i] > 1 || scores[i] > 1 || (i > 0 && shares[i] <= shares[i - 1])) {
                throw refusal(points[i], text);
            }
        }
        return new Shape(shares, scores);
    }

    private static IllegalArgumentException refusal(String point, String text) {
        return new IllegalArgumentException(
                "\"%s\" in \"%s\" is no point; expected rising percents of use with scores of 0 to 10, e.g. \"0:0 70:10 100:0\"."
                        .formatted(point, text));
    }

    /** The score in [0, 1] at a utilisation in [0, 1]. */
    public double at(double share) {
        int last = shares.length - 1;
        if (share <= shares[0]) {
            return scores[0];
        }
        for (int i = 1; i <= last; i++) {
            if (share <= shares[i]) {
                double part = (share - shares[i - 1]) / (shares[i] - shares[i - 1]);
                return scores[i - 1] + part * (scores[i] - scores[i - 1]);
            }
        }
        return scores[last];
    }

    /** The scores of a column of utilisations. */
    public Column of(Column used) {
        return (request, view, of, count, into) -> {
            used.read(request, view, of, count, into);
            for (int k = 0; k < count; k++) {
                into[k] = at(into[k]);
            }
        };
    }

    @Override
    public String toString() {
        return Arrays.toString(shares) + Arrays.toString(scores);
    }
}

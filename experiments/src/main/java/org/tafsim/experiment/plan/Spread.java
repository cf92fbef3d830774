package org.tafsim.experiment.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a drawn parameter is spread over its range. */
sealed interface Spread {

    /** The value at a quantile u in [0, 1). */
    String at(double u);

    /**
     * Points of the unit cube as points of a sweep, not yet numbered.
     *
     * @param cube coordinates in [0, 1]; 1 counts as the largest number under it
     * @param spreads by path, one for each dimension
     */
    static List<Point> points(double[][] cube, Map<String, Spread> spreads) {
        List<Point> points = new ArrayList<>();
        for (double[] coordinates : cube) {
            List<Setting> point = new ArrayList<>();
            spreads.forEach((path, spread) ->
                    point.add(Setting.of(path, spread.at(Math.min(coordinates[point.size()], Math.nextDown(1.0))))));
            points.add(new Point(0, point));
        }
        return points;
    }

    /** Evenly between two ends. */
    record Uniform(Amount low, Amount high) implements Spread {
        @Override
        public String at(double u) {
            double from = low.value().doubleValue();
            return low.withRounded(from + u * (high.value().doubleValue() - from))
                    .toString();
        }
    }

    /** Evenly on a logarithmic scale between two positive ends. */
    record LogUniform(Amount low, Amount high) implements Spread {
        @Override
        public String at(double u) {
            double from = StrictMath.log(low.value().doubleValue());
            double to = StrictMath.log(high.value().doubleValue());
            return low.withRounded(StrictMath.exp(from + u * (to - from))).toString();
        }
    }

    /** Whole numbers, both ends included. */
    record Whole(Amount low, Amount high) implements Spread {
        @Override
        public String at(double u) {
            BigDecimal count = high.value().subtract(low.value()).add(BigDecimal.ONE);
            BigDecimal steps = count.multiply(new BigDecimal(u)).setScale(0, RoundingMode.FLOOR);
            return low.with(low.value().add(steps)).toString();
        }
    }

    /** One of some texts. */
    record Choice(List<String> texts) implements Spread {
        /** Copies. */
        public Choice {
            texts = List.copyOf(texts);
        }

        @Override
        public String at(double u) {
            return texts.get((int) (u * texts.size()));
        }
    }
}

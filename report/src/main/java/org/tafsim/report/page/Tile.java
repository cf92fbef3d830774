package org.tafsim.report.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number that people look at first.
 *
 * @param unit of the texts; empty where they have none
 * @param meaning of the metric
 */
record Tile(String label, String metric, String scope, String unit, String meaning, List<OfPolicy> byPolicy) {

    /**
     * It under a policy.
     *
     * @param text mean and half-width with the unit, as the terminal's table has them
     * @param mean in the metric's own unit
     * @param halfWidth in the metric's own unit
     * @param state {@code good}, {@code near}, {@code bad}, or {@code none} where nothing says what is good
     * @param why it is so
     */
    record OfPolicy(
            String text,
            @Nullable BigDecimal mean,
            @Nullable BigDecimal halfWidth,
            String state,
            String why) {}
}

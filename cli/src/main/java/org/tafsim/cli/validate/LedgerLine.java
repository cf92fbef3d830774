package org.tafsim.cli.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;
import org.tafsim.experiment.measured.Errors;
import org.tafsim.experiment.measured.LedgerGroup;

/**
 * A group of the ledger as JSON has it.
 *
 * @param group what its rows have in common
 * @param rows measured
 * @param median relative error's size, with the constants shipped
 * @param p90 of the same
 * @param bias median relative error, with its sign
 * @param rowsHeldOut that no constant was fitted to
 * @param calibratedMedian error on those, with constants fitted to the others; null where none were
 */
record LedgerLine(
        List<String> group,
        int rows,
        BigDecimal median,
        BigDecimal p90,
        BigDecimal bias,
        int rowsHeldOut,
        @Nullable BigDecimal calibratedMedian) {

    static List<LedgerLine> of(List<LedgerGroup> shipped, List<LedgerGroup> calibrated) {
        List<LedgerLine> lines = new ArrayList<>();
        for (int i = 0; i < shipped.size(); i++) {
            Errors all = shipped.get(i).all();
            Errors judged = (calibrated.isEmpty() ? shipped : calibrated).get(i).judging();
            boolean hasFit = !calibrated.isEmpty() && judged.rows() > 0;
            lines.add(new LedgerLine(
                    shipped.get(i).name(),
                    all.rows(),
                    Json.decimal(all.median(), 6),
                    Json.decimal(all.p90(), 6),
                    Json.decimal(all.bias(), 6),
                    judged.rows(),
                    hasFit ? Json.decimal(judged.median(), 6) : null));
        }
        return lines;
    }
}

package org.tafsim.cli.validate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tafsim.cli.console.Json;
import org.tafsim.experiment.measured.NetworkRow;

/**
 * A row of the network's ledger as JSON has it.
 *
 * @param measured in the unit of the quantity; null where the row is of many pairs
 * @param predicted the same of the model
 * @param error in its unit
 * @param bound of its size; null where there is none
 */
record NetworkLine(
        String table,
        String name,
        String quantity,
        @Nullable BigDecimal measured,
        @Nullable BigDecimal predicted,
        BigDecimal error,
        String errorUnit,
        @Nullable BigDecimal bound,
        boolean isBroken) {

    private static final int DECIMALS = 4;

    static NetworkLine of(NetworkRow row) {
        return new NetworkLine(
                row.table(),
                row.name(),
                row.quantity(),
                row.figures()
                        .map(both -> Json.decimal(both.measured(), DECIMALS))
                        .orElse(null),
                row.figures()
                        .map(both -> Json.decimal(both.predicted(), DECIMALS))
                        .orElse(null),
                Json.decimal(row.error().size(), DECIMALS),
                row.error().unit(),
                row.error().bound().map(bound -> Json.decimal(bound, DECIMALS)).orElse(null),
                row.error().isBroken());
    }
}

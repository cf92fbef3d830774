package org.tafsim.experiment.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.TddFrame;
import org.tafsim.radio.PeakRate;

/** Peak rates of a carrier of 100 MHz at 30 kHz, beside figures worked out elsewhere from the formula of TS 38.306. */
final class PeakRows {
    private static final int BLOCKS = 273;
    private static final double RATE_OF_CQI_14 = 873.0 / 1024;
    private static final double BITS_PER_MEGABIT = 1e6;

    /** Those figures are rounded to whole Mbit/s. */
    private static final double BOUND_MEGABITS = 0.5;

    private static final TddFrame SHORT = new TddFrame(1, "DDDSU", TddFrame.Special.USUAL);
    private static final TddFrame LONG = new TddFrame(1, "DDDSUDDSUU", TddFrame.Special.USUAL);

    private record Stated(String name, PeakRate rate, boolean isUp, double ofShort, double ofLong) {}

    private static final List<Stated> TABLE = List.of(
            new Stated("down, 4 layers, 256QAM", down(4, 8, PeakRate.HIGHEST_CODE_RATE), false, 1736, 1502),
            new Stated("down, 2 layers, 64QAM 0.85", down(2, 6, RATE_OF_CQI_14), false, 600, 519),
            new Stated("up, 1 layer, 256QAM", up(1, 8), true, 143, 205),
            new Stated("up, 2 layers, 256QAM", up(2, 8), true, 286, 411),
            new Stated("up, 1 layer, 64QAM", up(1, 6), true, 107, 154));

    private PeakRows() {}

    private static PeakRate down(int layers, int bitsPerSymbol, double codeRate) {
        return new PeakRate(BLOCKS, layers, bitsPerSymbol, codeRate, PeakRate.DOWNLINK_OVERHEAD);
    }

    private static PeakRate up(int layers, int bitsPerSymbol) {
        return new PeakRate(BLOCKS, layers, bitsPerSymbol, PeakRate.HIGHEST_CODE_RATE, PeakRate.UPLINK_OVERHEAD);
    }

    static List<NetworkRow> all() {
        List<NetworkRow> rows = new ArrayList<>();
        for (Stated stated : TABLE) {
            rows.add(row(stated, SHORT, stated.ofShort()));
            rows.add(row(stated, LONG, stated.ofLong()));
        }
        return rows;
    }

    private static NetworkRow row(Stated stated, TddFrame frame, double megabits) {
        double bits = stated.isUp()
                ? stated.rate().uplinkBitsPerSecond(frame)
                : stated.rate().downlinkBitsPerSecond(frame);
        double predicted = bits / BITS_PER_MEGABIT;
        return new NetworkRow(
                "peak rate",
                "%s, %s".formatted(frame.pattern(), stated.name()),
                "rate, Mbit/s",
                Optional.of(new NetworkRow.Figures(megabits, predicted)),
                new NetworkRow.Miss(predicted - megabits, "Mbit/s", Optional.of(BOUND_MEGABITS)));
    }
}

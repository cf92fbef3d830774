package org.tafsim.ran;

import java.util.List;
import java.util.stream.IntStream;
import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.L1Demand;
import org.tafsim.model.L1Demands;
import org.tafsim.model.RanBurst;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanLoad;
import org.tafsim.model.RanSharing;
import org.tafsim.model.RanSpec;

/** Sites for tests. */
final class RanSpecs {
    static final RanLoad DAY = new RanLoad.Diurnal(RanLoad.Diurnal.TWO_HUMPS, 0, new RanBurst.None());
    static final RanSharing MPS = new RanSharing.Mps(100, RanInterference.SIDE_BY_SIDE);
    static final RanSharing IN_TURNS = new RanSharing.TimeSliced(RanInterference.IN_TURNS);
    static final RanSharing HALF = new RanSharing.FixedSlice(0.5, 0.5);
    static final long SECOND = 1_000_000_000L;

    private RanSpecs() {}

    /** Cells of 100 MHz on a GH200. */
    static RanSpec alike(int cells, RanSharing sharing) {
        return of(
                IntStream.range(0, cells)
                        .mapToObj(i -> cell("c" + i, Carrier.MID_BAND_4T4R, DAY))
                        .toList(),
                L1Demands.GH200,
                sharing);
    }

    static CellSpec cell(String id, Carrier carrier, RanLoad load) {
        return new CellSpec(id, List.of(carrier), CellSpec.USUAL_DOWNLINK_SLOTS, load);
    }

    static RanSpec of(List<CellSpec> cells, L1Demand demand, RanSharing sharing) {
        return new RanSpec("hub", cells, demand, 500_000, sharing, 0.1, SECOND);
    }
}

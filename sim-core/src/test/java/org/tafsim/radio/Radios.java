package org.tafsim.radio;

import java.util.List;
import org.tafsim.model.RadioDirection;
import org.tafsim.model.SlottedDelay;
import org.tafsim.model.TddFrame;
import org.tafsim.model.TddFrame.Special;
import org.tafsim.model.UplinkGrant;

/** Radios of slots for tests. */
final class Radios {

    /** The test patterns of TS 38.521-4, table A.1.2-2, at 30 kHz. */
    static final List<TddFrame> PATTERNS = List.of(
            new TddFrame(1, "DDDDDDDSUU", new Special(6, 4, 4)),
            new TddFrame(1, "DDDSU", new Special(10, 2, 2)),
            new TddFrame(1, "DDDSUDDSUU", new Special(10, 2, 2)),
            new TddFrame(1, "DDDSUUDDDD", new Special(6, 4, 4)),
            new TddFrame(1, "DSUU", new Special(12, 2, 0)));

    static final UplinkGrant CONFIGURED = new UplinkGrant.Configured();

    private Radios() {}

    static UplinkGrant everyMillis(double period, double offset) {
        return new UplinkGrant.OnRequest(Math.round(period * 1e6), Math.round(offset * 1e6));
    }

    /** The constants of the regression values: gNB and user equipment 0.5 ms, core 0.3 ms, 10 % and then 2 % fail. */
    static SlottedDelay plain(String pattern, UplinkGrant grant) {
        return new SlottedDelay(
                new TddFrame(1, pattern, Special.USUAL),
                grant,
                new RadioDirection(0.5, 0.5, 0.1, 0.02),
                new RadioDirection(0.5, 0.5, 0.1, 0.02),
                3,
                0.3,
                List.of());
    }
}

package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.RanLoad;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;

/** Reads the cells of a site: how many of the usual carrier, or each kind with its carriers and load. */
final class RanCellReader {

    private static final String USUAL_ID = "cell";
    private static final Format<Integer> CELLS = Quantities.count("8").that(cells -> cells <= 1_000, "not exceed 1000");
    private static final Format<Integer> SLOTS = integer(0, CellSpec.PATTERN_SLOTS, "7");

    private final Reading reading;
    private final RanLoadReader loads;
    private final Ids ids;
    private final List<CellSpec> cells = new ArrayList<>();
    private int unnamed;

    RanCellReader(Reading reading) {
        this.reading = reading;
        loads = new RanLoadReader(reading);
        ids = new Ids("cell", reading.problems());
    }

    /** All, in their order; those without an id are called cell-1, cell-2 and so on. */
    List<CellSpec> read(Keys ran) {
        RanLoad usual = ran.find("load").flatMap(loads::read).orElse(RanLoadReader.USUAL);
        Optional<Node> stated = ran.require("cells", "8");
        if (stated.isEmpty()) {
            return List.of();
        }
        if (stated.get() instanceof Node.Items list) {
            list.items().forEach(item -> kind(reading.keys(item, "a cell"), usual));
        } else {
            int count = Keys.read(stated.get(), CELLS, reading.problems());
            List<Carrier> carriers = List.of(Carrier.MID_BAND_4T4R);
            add(
                    Optional.empty(),
                    count,
                    carriers,
                    CellSpec.USUAL_DOWNLINK_SLOTS,
                    usual,
                    stated.get().at());
        }
        return cells;
    }

    private void kind(Keys keys, RanLoad usual) {
        Optional<String> id = keys.find("id", Format.TEXT);
        int count = keys.optional("count", CELLS, 1);
        List<Carrier> carriers = carriers(keys);
        int downlink = keys.optional("downlinkSlots", SLOTS, CellSpec.USUAL_DOWNLINK_SLOTS);
        RanLoad load = keys.find("load").flatMap(loads::read).orElse(usual);
        keys.done();
        add(id, count, carriers, downlink, load, keys.at());
    }

    private List<Carrier> carriers(Keys cell) {
        if (!cell.has("carriers")) {
            return List.of(Carrier.MID_BAND_4T4R);
        }
        List<Carrier> carriers = new ArrayList<>();
        Carrier usual = Carrier.MID_BAND_4T4R;
        for (Node item : cell.items("carriers")) {
            Keys keys = reading.keys(item, "a carrier");
            int prbs = keys.optional("prbs", integer(1, 275, "273"), usual.prbs());
            int numerology = keys.optional("numerology", integer(0, 4, "1"), usual.numerology());
            int down = keys.optional("downlinkLayers", integer(1, 64, "4"), usual.downlinkLayers());
            int up = keys.optional("uplinkLayers", integer(1, 64, "2"), usual.uplinkLayers());
            keys.done();
            carriers.add(new Carrier(prbs, numerology, down, up));
        }
        return carriers;
    }

    private void add(
            Optional<String> id, int count, List<Carrier> carriers, int downlinkSlots, RanLoad load, Place at) {
        for (int n = 1; n <= count; n++) {
            String name = id.isEmpty() ? USUAL_ID + "-" + ++unnamed : count == 1 ? id.get() : id.get() + "-" + n;
            ids.claim(name, at);
            reading.problems()
                    .build(at, () -> new CellSpec(name, carriers, downlinkSlots, load))
                    .ifPresent(cells::add);
        }
    }

    private static Format<Integer> integer(int least, int most, String example) {
        Format<Long> whole = Quantities.whole(least, most, example);
        return new Format<>(whole.noun(), example, text -> Math.toIntExact(whole.parse(text)));
    }
}

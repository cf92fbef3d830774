package org.tafsim.scenario;

import java.util.List;
import org.tafsim.model.Carrier;
import org.tafsim.model.CellSpec;
import org.tafsim.model.HarvestSpec;
import org.tafsim.model.Isolation;
import org.tafsim.model.L1Demand;
import org.tafsim.model.RanBurst;
import org.tafsim.model.RanLoad;
import org.tafsim.model.RanSpec;
import org.tafsim.scenario.source.Format;

/** Writes RAN, as {@link RanSection} reads it: an entry for each site. */
final class RanWriter {

    private RanWriter() {}

    /** An entry of the section of layer 1. */
    static String demand(L1Demand demand) {
        return new Entry()
                .word("accelerator", demand.acceleratorId())
                .quantity("fixed", demand.fixedSeconds(), "s")
                .quantity("downlink", demand.downlinkSeconds(), "s")
                .quantity("uplink", demand.uplinkSeconds(), "s")
                .number("grants", demand.grants())
                .word("source", demand.source())
                .toString();
    }

    /** An entry of the section of RAN. */
    static String ran(RanSpec ran) {
        RanLoad usual = ran.cells().get(0).load();
        return new Entry()
                .word("sites", ran.siteId())
                .word("accelerator", ran.demand().acceleratorId())
                .raw("load", load(usual))
                .raw("cells", YamlText.list(ran.cells(), cell -> cell(cell, usual)))
                .raw("sharing", RanSharingWriter.sharing(ran.sharing()))
                .raw("isolation", isolation(ran.isolation()))
                .number("reservation", ran.reservation())
                .duration("deadline", ran.deadlineNanos())
                .duration("interval", ran.intervalNanos())
                .number("missTarget", ran.control().missTarget())
                .raw("harvest", harvest(ran.control().harvest()))
                .words("replicas", ran.replicaIds())
                .toString();
    }

    /** Loads are long, and mostly those of the first cell. */
    private static String cell(CellSpec cell, RanLoad usual) {
        Entry entry = new Entry()
                .word("id", cell.id())
                .raw("carriers", YamlText.list(cell.carriers(), RanWriter::carrier))
                .number("downlinkSlots", cell.downlinkSlots());
        if (!cell.load().equals(usual)) {
            entry.raw("load", load(cell.load()));
        }
        return entry.toString();
    }

    private static String carrier(Carrier carrier) {
        return new Entry()
                .number("prbs", carrier.prbs())
                .number("numerology", carrier.numerology())
                .number("downlinkLayers", carrier.downlinkLayers())
                .number("uplinkLayers", carrier.uplinkLayers())
                .toString();
    }

    private static String load(RanLoad load) {
        if (load instanceof RanLoad.Trace trace) {
            Entry entry = new Entry()
                    .raw("at", YamlText.list(trace.atNanos(), YamlText::duration))
                    .raw("loads", YamlText.list(trace.loads(), YamlText::number));
            return new Entry().raw("trace", entry.toString()).toString();
        }
        RanLoad.Diurnal day = (RanLoad.Diurnal) load;
        return new Entry()
                .raw("hours", YamlText.list(day.hourlyLoads(), YamlText::number))
                .number("startHour", day.startHour())
                .raw("burst", burst(day.burst()))
                .toString();
    }

    private static String burst(RanBurst burst) {
        if (burst instanceof RanBurst.OnOff onOff) {
            return new Entry()
                    .number("factor", onOff.factor())
                    .duration("on", onOff.onMeanNanos())
                    .duration("off", onOff.offMeanNanos())
                    .toString();
        }
        return burst instanceof RanBurst.LogNormal lognormal
                ? new Entry().number("lognormal", lognormal.variation()).toString()
                : "none";
    }

    private static String isolation(Isolation isolation) {
        return new Entry()
                .raw("pinning", Boolean.toString(isolation.isPinned()))
                .raw("numa", Boolean.toString(isolation.isNumaAligned()))
                .word("attachment", Format.wordOf(isolation.attachment()))
                .toString();
    }

    private static String harvest(HarvestSpec harvest) {
        Entry entry = new Entry().word("policy", harvest.policy()).duration("period", harvest.periodNanos());
        if (!harvest.parameters().isEmpty()) {
            Entry parameters = new Entry();
            harvest.parameters().forEach(parameters::word);
            entry.raw("parameters", parameters.toString());
        }
        return entry.toString();
    }

    /** What layer 1 takes, of each accelerator. */
    static List<L1Demand> demands(List<RanSpec> ran) {
        return ResolvedScenarioWriter.distinct(ran, RanSpec::demand, L1Demand::acceleratorId);
    }
}

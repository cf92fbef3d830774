package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.tafsim.model.FaultScope;
import org.tafsim.model.FaultSpec;
import org.tafsim.model.FaultsSpec;
import org.tafsim.model.Maintenance;
import org.tafsim.model.RetrySpec;
import org.tafsim.model.ScriptedFault;
import org.tafsim.model.Tier;

/** Writes faults, maintenance and retries, as {@link FaultsSection} reads them. */
final class FaultsWriter {

    private FaultsWriter() {}

    /** Lines of the section; none where nothing is stated. */
    static List<String> lines(FaultsSpec faults) {
        if (faults.equals(FaultsSpec.NONE)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("faults:");
        lines.add("  acceleratorsPerNode: " + faults.acceleratorsPerNode());
        add(lines, "random", faults.random(), FaultsWriter::random);
        add(lines, "scripted", faults.scripted(), FaultsWriter::scripted);
        add(lines, "maintenance", faults.maintenance(), FaultsWriter::maintenance);
        return lines;
    }

    private static <T> void add(List<String> lines, String key, List<T> entries, Function<T, Entry> entry) {
        if (!entries.isEmpty()) {
            lines.add("  %s:".formatted(key));
            entries.forEach(one -> lines.add("    - " + entry.apply(one)));
        }
    }

    private static Entry random(FaultSpec fault) {
        Entry entry = new Entry()
                .word("id", fault.id())
                .word("kind", fault.kind().word())
                .raw("between", DurationWriter.yaml(fault.between()))
                .raw("repair", DurationWriter.yaml(fault.repair()));
        fault.together().ifPresent(chance -> entry.number("together", chance));
        return scope(battery(entry, fault.batteryNanos()), fault.scope());
    }

    private static Entry scripted(ScriptedFault fault) {
        Entry entry = new Entry()
                .word("id", fault.id())
                .word("kind", fault.kind().word())
                .duration("at", fault.atNanos());
        fault.lastsNanos().ifPresent(nanos -> entry.duration("lasts", nanos));
        return scope(battery(entry, fault.batteryNanos()), fault.scope());
    }

    private static Entry maintenance(Maintenance work) {
        Entry entry = new Entry()
                .word("id", work.id())
                .word("kind", work.kind().word())
                .duration("at", work.atNanos());
        work.everyNanos().ifPresent(nanos -> entry.duration("every", nanos));
        entry.number("atOnce", work.atOnce())
                .duration("grace", work.graceNanos())
                .duration("takes", work.takesNanos());
        return scope(entry, work.scope());
    }

    private static Entry battery(Entry entry, long nanos) {
        return nanos == 0 ? entry : entry.duration("battery", nanos);
    }

    /** Adds sites, where some are stated. */
    static Entry scope(Entry entry, FaultScope scope) {
        words(entry, "sites", scope.siteIds());
        words(entry, "tiers", scope.tiers().stream().map(Tier::word).toList());
        words(entry, "countries", scope.countries());
        words(entry, "links", scope.linkNames());
        words(entry, "operators", scope.operatorIds());
        scope.circle()
                .ifPresent(circle ->
                        TransportWriter.point(entry, circle.center()).quantity("within", circle.meters(), "m"));
        return entry;
    }

    private static void words(Entry entry, String key, List<String> words) {
        if (!words.isEmpty()) {
            entry.words(key, words);
        }
    }

    /** Of an application. */
    static String retries(RetrySpec retries) {
        Entry entry = new Entry()
                .number("budget", retries.budget())
                .number("most", retries.most())
                .duration("backoff", retries.backoffNanos())
                .duration("window", retries.windowNanos())
                .number("atLeast", retries.atLeast());
        retries.hedge()
                .map(hedge -> new Entry().duration("after", hedge.afterNanos()).number("most", hedge.most()))
                .ifPresent(hedge -> entry.raw("hedge", hedge.toString()));
        return entry.toString();
    }
}

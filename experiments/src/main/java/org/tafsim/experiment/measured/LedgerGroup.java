package org.tafsim.experiment.measured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.tafsim.experiment.measured.Ledger.Judged;

/**
 * Measurements that have something in common.
 *
 * @param name what
 * @param all their errors
 * @param fitting errors on the part that constants may be fitted to
 * @param judging errors on the rest
 */
public record LedgerGroup(List<String> name, Errors all, Errors fitting, Errors judging) {

    /** By source, kind of model and quantity, in the order of the sources. */
    public static List<LedgerGroup> bySource(Ledger ledger) {
        return of(ledger, LedgerGroup::sourceName, new LinkedHashMap<>());
    }

    /** By source, quantity, engine, accelerator and model, sorted by these names. */
    public static List<LedgerGroup> byDetail(Ledger ledger) {
        return of(
                ledger,
                LedgerGroup::detailName,
                new TreeMap<>((a, b) -> a.toString().compareTo(b.toString())));
    }

    private static List<String> sourceName(Measurement measurement) {
        String kind = measurement.replica().model().feedForward().isSparse() ? "experts" : "dense";
        return List.of(measurement.source(), kind, measurement.quantity().label());
    }

    private static List<String> detailName(Measurement measurement) {
        return List.of(
                measurement.source(),
                measurement.quantity().label(),
                measurement.engine(),
                measurement.replica().accelerator().id(),
                measurement.replica().model().id());
    }

    private static List<LedgerGroup> of(
            Ledger ledger, Function<Measurement, List<String>> name, Map<List<String>, List<Judged>> empty) {
        ledger.entries()
                .forEach(entry -> empty.computeIfAbsent(name.apply(entry.measurement()), any -> new ArrayList<>())
                        .add(entry));
        List<LedgerGroup> groups = new ArrayList<>();
        empty.forEach((key, entries) -> groups.add(new LedgerGroup(
                key, Errors.of(entries), Errors.of(part(entries, true)), Errors.of(part(entries, false)))));
        return groups;
    }

    private static List<Judged> part(List<Judged> entries, boolean isForFitting) {
        return entries.stream()
                .filter(entry -> entry.measurement().isForFitting() == isForFitting)
                .toList();
    }
}

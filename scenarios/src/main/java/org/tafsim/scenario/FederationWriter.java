package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.Contract;
import org.tafsim.model.DataClass;
import org.tafsim.model.FederationSpec;

/** Writes contracts between operators, as {@link FederationSection} reads them. */
final class FederationWriter {

    private FederationWriter() {}

    /** Lines of the section. */
    static List<String> lines(FederationSpec federation) {
        Entry homes = new Entry();
        federation.homes().forEach(homes::word);
        List<String> lines = new ArrayList<>(List.of("federation:", "  homes: " + homes));
        lines.add(federation.contracts().isEmpty() ? "  contracts: []" : "  contracts:");
        federation.contracts().forEach(contract -> lines.add("    - " + entry(contract)));
        return lines;
    }

    private static Entry entry(Contract contract) {
        Entry entry = new Entry().word("id", contract.id());
        words(entry, "home", contract.homeIds());
        entry.word("partner", contract.partnerId());
        FaultsWriter.scope(entry, contract.zones());
        words(entry, "apps", contract.appIds());
        words(entry, "classes", contract.classes().stream().map(DataClass::name).toList());
        words(entry, "origins", contract.origins());
        contract.capacity().concurrent().ifPresent(count -> entry.number("concurrent", (long) count));
        contract.capacity().perSecond().ifPresent(rate -> entry.quantity("rate", rate, "/s"));
        entry.duration("window", contract.capacity().windowNanos());
        entry.raw(
                "price",
                new Entry()
                        .number("per1kRequests", contract.price().eurPer1kRequests())
                        .number("perMillionTokens", contract.price().eurPerMillionTokens())
                        .toString());
        entry.duration("from", contract.fromNanos());
        contract.untilNanos().ifPresent(nanos -> entry.duration("until", nanos));
        return entry;
    }

    private static void words(Entry entry, String key, List<String> words) {
        if (!words.isEmpty()) {
            entry.words(key, words);
        }
    }
}

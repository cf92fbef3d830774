package org.tafsim.scenario;

import java.util.List;
import java.util.Locale;
import org.tafsim.model.CutOff;
import org.tafsim.model.LegalChange;
import org.tafsim.model.Remedy;
import org.tafsim.model.Rule;

/** Writes changes of law, cut-offs and remedies; rules that change are written out, all of them. */
final class ChangeWriter {

    private ChangeWriter() {}

    static String change(LegalChange change) {
        Entry entry = new Entry().duration("at", change.atNanos()).word("label", change.label());
        if (change.rules().isPresent()) {
            List<Rule> rules = change.rules().get();
            entry.raw("rules", YamlText.list(rules, rule -> RuleWriter.yaml(rule, rules)));
        }
        if (!change.operators().isEmpty()) {
            entry.raw("operators", YamlText.list(change.operators(), SiteWriter::operator));
        }
        if (!change.certificates().isEmpty()) {
            Entry bySite = new Entry();
            change.certificates().forEach(bySite::words);
            entry.raw("certificates", bySite.toString());
        }
        return entry.toString();
    }

    static String cutOff(CutOff cutOff) {
        Entry entry = new Entry().duration("at", cutOff.atNanos());
        cutOff.restoreNanos().ifPresent(nanos -> entry.duration("restore", nanos));
        return entry.word(cutOff.target().name().toLowerCase(Locale.ROOT), cutOff.id())
                .duration("restarts", cutOff.restartNanos())
                .toString();
    }

    static String remedy(Remedy remedy) {
        if (remedy instanceof Remedy.Erase erase) {
            return new Entry().duration("erase", erase.afterNanos()).toString();
        }
        if (remedy instanceof Remedy.Move move) {
            return new Entry().quantity("move", move.bitsPerSecond(), "bit/s").toString();
        }
        return "keep";
    }
}

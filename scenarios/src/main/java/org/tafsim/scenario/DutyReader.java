package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.model.AssetKind;
import org.tafsim.model.Duty;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.Suggestions;

/** Reads what a rule asks beside a place: {@code {deleteWithin: {log: 30 d}, disclose: [actor.exposure]}}. */
final class DutyReader {

    private static final String EVERY_KIND = "all";

    private static final Format<String> DISCLOSED = Format.word("a fact to tell", disclosed());

    private final Reading reading;

    DutyReader(Reading reading) {
        this.reading = reading;
    }

    List<Duty> read(Node node) {
        Keys keys = reading.keys(node, "a duty");
        List<Duty> duties = new ArrayList<>();
        times(keys, "deleteWithin").forEach((nanos, kinds) -> duties.add(new Duty.DeleteWithin(kinds, nanos)));
        times(keys, "retainAtLeast").forEach((nanos, kinds) -> duties.add(new Duty.RetainAtLeast(kinds, nanos)));
        List<String> facts = keys.oneOrMore("disclose", DISCLOSED);
        if (!facts.isEmpty()) {
            duties.add(new Duty.Disclose(facts));
        }
        keys.done();
        if (duties.isEmpty()) {
            reading.problems().report(node.at(), "asks nothing; expected deleteWithin, retainAtLeast or disclose.");
        }
        return duties;
    }

    /** Kinds of data by time (ns), in the order of the file. */
    private Map<Long, List<AssetKind>> times(Keys duty, String key) {
        Map<Long, List<AssetKind>> kinds = new LinkedHashMap<>();
        duty.mapping(key, "times by kind of data").ifPresent(mapping -> {
            for (Node.Field field : mapping.fields()) {
                kinds.computeIfAbsent(mapping.read(field.value(), Quantities.DURATION), any -> new ArrayList<>())
                        .addAll(kinds(field));
            }
        });
        return kinds;
    }

    private List<AssetKind> kinds(Node.Field field) {
        if (field.key().equals(EVERY_KIND)) {
            return Arrays.asList(AssetKind.values());
        }
        AssetKind kind = TermsReader.ASSETS.get(field.key());
        if (kind == null) {
            List<String> known = new ArrayList<>(TermsReader.ASSETS.keySet());
            known.add(EVERY_KIND);
            reading.problems()
                    .report(
                            field.keyAt(),
                            "'%s' is no kind of data.".formatted(field.key()),
                            Suggestions.maybe(field.key(), known));
            return List.of();
        }
        return List.of(kind);
    }

    private static List<String> disclosed() {
        List<String> words = new ArrayList<>();
        Arrays.stream(Fact.values()).map(Fact::word).forEach(words::add);
        Arrays.stream(Measure.values()).map(Measure::word).forEach(words::add);
        return words;
    }
}

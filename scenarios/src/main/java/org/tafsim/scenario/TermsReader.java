package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Tenant;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads what is known of an application's data beside their class. */
final class TermsReader {

    /** Kinds of data as files write them. */
    static final Map<String, AssetKind> ASSETS = assetKinds();

    private static final Map<String, OnInfeasible> WAYS_OUT =
            Map.of("reject", new OnInfeasible.Reject(), "escalate", new OnInfeasible.Escalate());

    private final Reading reading;

    TermsReader(Reading reading) {
        this.reading = reading;
    }

    /**
     * The terms of an application.
     *
     * @param dataClass of what it sends
     */
    DataTerms read(Keys app, DataClass dataClass) {
        Optional<Keys> stated = app.mapping("data", "the data of an app");
        if (stated.isEmpty()) {
            return DataTerms.ORDINARY;
        }
        Keys keys = stated.get();
        DataTerms usual = DataTerms.ORDINARY;
        DataTerms terms = new DataTerms(
                keys.oneOrMore("flags", RuleWords.FLAG),
                keys.optional("purpose", RuleWords.PURPOSE, usual.purpose()),
                keys.oneOrMore("consents", RuleWords.CONSENT),
                keys.optional("aiActRisk", RuleWords.RISK, usual.aiActRisk()),
                assets(keys),
                tenant(keys),
                keys.find("onInfeasible").map(node -> wayOut(node, dataClass)).orElse(usual.onInfeasible()));
        keys.done();
        return terms;
    }

    private Tenant tenant(Keys data) {
        return data.mapping("tenant", "the tenant of an app")
                .map(keys -> {
                    Tenant tenant = new Tenant(
                            keys.find("country", reading.catalog().country())
                                    .map(List::of)
                                    .orElse(List.of()),
                            SealLevels.read(keys, "minSeal", reading.problems()),
                            keys.find("minUal", SealLevels.UNION_ASSURANCE)
                                    .map(OptionalInt::of)
                                    .orElse(OptionalInt.empty()));
                    keys.done();
                    return tenant;
                })
                .orElse(Tenant.UNSTATED);
    }

    private List<AssetSpec> assets(Keys data) {
        List<AssetSpec> assets = new ArrayList<>();
        data.mapping("assets", "an app's list of assets").ifPresent(mapping -> {
            ASSETS.keySet().forEach(mapping::find);
            for (Node.Field field : mapping.fields()) { // in the order of the file
                AssetKind kind = ASSETS.get(field.key());
                if (kind != null) {
                    assets.add(asset(kind, reading.keys(field.value(), "an asset")));
                }
            }
            mapping.done();
        });
        return assets;
    }

    private static AssetSpec asset(AssetKind kind, Keys keys) {
        AssetSpec asset = new AssetSpec(
                kind,
                keys.optional("perRequest", Quantities.FINE_SIZE, 0.0),
                keys.optional("perPromptToken", Quantities.FINE_SIZE, 0.0),
                keys.optional("perOutputToken", Quantities.FINE_SIZE, 0.0),
                keys.optional("keep", Quantities.DURATION, 0L));
        keys.done();
        return asset;
    }

    private OnInfeasible wayOut(Node node, DataClass dataClass) {
        if (node instanceof Node.Text) {
            return Keys.read(
                    node,
                    new Format<>("what becomes of requests without a lawful place", "reject", text -> {
                        OnInfeasible known = WAYS_OUT.get(text);
                        if (known == null) {
                            throw Format.Refused.because(
                                    "\"%s\" is no way out; expected reject, escalate, {queue: 5 min}, {degrade: a model} "
                                                    .formatted(text)
                                            + "or {redact: INT, residualRisk: 1 %}.");
                        }
                        return known;
                    }),
                    reading.problems());
        }
        Keys keys = reading.keys(node, "a way out");
        List<OnInfeasible> ways = new ArrayList<>();
        keys.find("queue", Quantities.POSITIVE_DURATION).ifPresent(wait -> ways.add(new OnInfeasible.Queue(wait)));
        keys.find("degrade", Format.TEXT.named("the id of a model", "llama-3.1-8b"))
                .ifPresent(model -> ways.add(new OnInfeasible.Degrade(model)));
        redaction(keys, dataClass).ifPresent(ways::add);
        keys.done();
        if (ways.size() != 1) {
            reading.problems()
                    .report(
                            node.at(),
                            "has %d ways out; expected one of queue, degrade, redact.".formatted(ways.size()));
            return new OnInfeasible.Reject();
        }
        return ways.get(0);
    }

    private Optional<OnInfeasible> redaction(Keys keys, DataClass dataClass) {
        Optional<Double> risk = keys.find("residualRisk", Quantities.FRACTION);
        Optional<DataClass> to = keys.find("redact", Format.oneOf("a data class", AppSection.dataClasses()));
        if (to.isEmpty() && risk.isPresent()) {
            reading.problems().report(keys.at("residualRisk"), "'residualRisk' needs 'redact' beside it.");
        }
        if (to.isPresent() && to.get().isAtLeast(dataClass)) {
            reading.problems()
                    .report(
                            keys.at("redact"),
                            "what is %s already is not freed of anything by redaction to %s."
                                    .formatted(dataClass, to.get()));
        }
        return to.map(lower -> new OnInfeasible.Redact(
                lower, risk.orElseGet(() -> keys.required("residualRisk", Quantities.FRACTION))));
    }

    private static Map<String, AssetKind> assetKinds() {
        Map<String, AssetKind> kinds = new LinkedHashMap<>();
        for (AssetKind kind : AssetKind.values()) {
            kinds.put(kind.word(), kind);
        }
        return kinds;
    }
}

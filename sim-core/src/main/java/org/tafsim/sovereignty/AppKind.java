package org.tafsim.sovereignty;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.tafsim.model.App;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.Fact;
import org.tafsim.model.Measure;
import org.tafsim.model.Tenant;

/**
 * An application as the law sees it.
 *
 * @param dataClass of what it sends
 * @param words its facts
 * @param numbers those that are stated
 */
record AppKind(DataClass dataClass, Map<Fact, List<String>> words, Map<Measure, Double> numbers) {
    private static final double NANOS_PER_SECOND = 1e9;

    private static final List<Measure> MINIMUM_SEAL = List.of(
            Measure.TENANT_MIN_SEAL_1,
            Measure.TENANT_MIN_SEAL_2,
            Measure.TENANT_MIN_SEAL_3,
            Measure.TENANT_MIN_SEAL_4,
            Measure.TENANT_MIN_SEAL_5,
            Measure.TENANT_MIN_SEAL_6,
            Measure.TENANT_MIN_SEAL_7,
            Measure.TENANT_MIN_SEAL_8);

    /**
     * The kind of an application.
     *
     * @param modelProvider seat of who trained its model; empty where nobody serves it
     */
    static AppKind of(App app, List<String> modelProvider) {
        DataTerms terms = app.terms();
        Map<Fact, List<String>> words = new EnumMap<>(Fact.class);
        words.put(Fact.TENANT_SECTOR, List.of(app.sector()));
        words.put(Fact.TENANT_COUNTRY, terms.tenant().country());
        words.put(Fact.ASSET_FLAGS, terms.flags());
        words.put(Fact.ASSET_PURPOSE, List.of(terms.purpose()));
        words.put(Fact.SUBJECT_CONSENT, terms.consents());
        words.put(Fact.MODEL_PROVIDER, modelProvider);
        words.put(Fact.WORKLOAD_RISK, List.of(terms.aiActRisk()));
        return new AppKind(app.dataClass(), words, numbers(terms));
    }

    private static Map<Measure, Double> numbers(DataTerms terms) {
        Map<Measure, Double> numbers = new EnumMap<>(Measure.class);
        numbers.put(Measure.CACHE_TTL_SECONDS, cacheSeconds(terms));
        Tenant tenant = terms.tenant();
        OptionalInt level = tenant.minimumUnionAssuranceLevel();
        level.ifPresent(asked -> numbers.put(Measure.TENANT_MIN_UAL, (double) asked));
        for (int i = 0; i < tenant.minimumSeal().size(); i++) {
            numbers.put(MINIMUM_SEAL.get(i), tenant.minimumSeal().get(i).doubleValue());
        }
        return numbers;
    }

    private static double cacheSeconds(DataTerms terms) {
        return terms.assets().stream()
                        .filter(asset -> asset.kind() == AssetKind.KV_BLOCK)
                        .mapToLong(AssetSpec::keepNanos)
                        .max()
                        .orElse(0)
                / NANOS_PER_SECOND;
    }

    Span span(Measure measure) {
        Double number = numbers.get(measure);
        return number == null ? Span.UNSTATED : Span.of(number);
    }

    /** A fact's words; flags and consents may be known to be none. */
    WordSet words(Fact fact, Vocabulary vocabulary) {
        List<String> stated = words.getOrDefault(fact, List.of());
        boolean mayBeNone = fact == Fact.ASSET_FLAGS || fact == Fact.SUBJECT_CONSENT;
        return mayBeNone ? vocabulary.set(stated) : vocabulary.fact(stated);
    }
}

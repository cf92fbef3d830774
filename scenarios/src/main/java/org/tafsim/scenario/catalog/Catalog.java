package org.tafsim.scenario.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.BatchModel;
import org.tafsim.model.CellProfile;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.L1Demand;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.MigGeometry;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.NetworkSlice;
import org.tafsim.model.Regime;
import org.tafsim.model.StepConstants;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;

/** All that files may refer to by name. Immutable; orders are those of the files. */
public final class Catalog {

    private final Map<String, AcceleratorProfile> accelerators;
    private final Map<String, MigGeometry> geometries;
    private final Map<String, L1Demand> layer1;
    private final Map<String, ModelProfile> models;
    private final Map<String, BatchModel> batchModels;
    private final Map<String, StepConstants> engines;
    private final Map<String, AccessProfile> accesses;
    private final Map<String, CellProfile> cells;
    private final Map<String, NetworkSlice> slices;
    private final Map<String, LengthSpec> lengths;
    private final Map<String, List<Double>> profiles;
    private final Map<String, CountryFacts> countries;
    private final Map<String, City> cities;
    private final Map<String, City> citiesByAnyName;
    private final Map<String, CountrySet> sets;
    private final Map<String, Regime> regimes;
    private final Tariffs tariffs;

    private Catalog(PackedFiles texts, Problems problems) {
        accelerators = texts.read("accelerators.yaml", Entries.ACCELERATORS, problems);
        geometries = Collections.unmodifiableMap(MigCards.byCard(texts, problems));
        layer1 = texts.read("layer1.yaml", Layer1Entry.SECTION, problems);
        models = texts.read("models.yaml", Entries.MODELS, problems);
        batchModels = texts.read("batch-models.yaml", Entries.BATCH_MODELS, problems);
        engines = texts.read("engines.yaml", Entries.ENGINES, problems);
        accesses = texts.read("accesses.yaml", Entries.ACCESSES, problems);
        cells = texts.read("cells.yaml", CellEntries.CELLS, problems);
        slices = texts.read("cells.yaml", CellEntries.SLICES, problems);
        lengths = texts.read("lengths.yaml", Entries.LENGTHS, problems);
        profiles = texts.read("profiles.yaml", Entries.PROFILES, problems);
        countries = texts.read("countries.yaml", Entries.COUNTRIES, problems);
        cities = texts.read("cities.yaml", Entries.CITIES, problems);
        citiesByAnyName = byAnyName(cities);
        sets = texts.read("country-sets.yaml", Entries.SETS, problems);
        regimes = texts.read("country-sets.yaml", Entries.REGIMES, problems);
        tariffs = Tariffs.read(texts, problems);
    }

    private Catalog(Catalog base, Keys scenario, Problems problems) {
        String source = "stated by the scenario";
        accelerators = merged(base.accelerators, Entries.ACCELERATORS.read(scenario, source, problems));
        geometries = base.geometries;
        layer1 = merged(base.layer1, Layer1Entry.SECTION.read(scenario, source, problems));
        models = merged(base.models, Entries.MODELS.read(scenario, source, problems));
        batchModels = merged(base.batchModels, Entries.BATCH_MODELS.read(scenario, source, problems));
        engines = merged(base.engines, Entries.ENGINES.read(scenario, source, problems));
        accesses = merged(base.accesses, Entries.ACCESSES.read(scenario, source, problems));
        cells = merged(base.cells, CellEntries.CELLS.read(scenario, source, problems));
        Map<String, NetworkSlice> own = CellEntries.SLICES.read(scenario, source, problems);
        slices = own.isEmpty() ? base.slices : Collections.unmodifiableMap(own);
        lengths = base.lengths;
        profiles = base.profiles;
        countries = base.countries;
        cities = base.cities;
        citiesByAnyName = base.citiesByAnyName;
        sets = base.sets;
        regimes = base.regimes;
        tariffs = base.tariffs;
    }

    /** The catalog in the jar. */
    public static Catalog shipped() {
        Problems problems = new Problems();
        Catalog catalog = new Catalog(new PackedFiles(), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The shipped catalog is broken: " + problems.list());
        }
        return catalog;
    }

    /** This catalog and the accelerators, layer 1 on them, models, engines, accesses and cells a scenario states, which come first. */
    public Catalog extendedBy(Keys scenario, Problems problems) {
        return new Catalog(this, scenario, problems);
    }

    /** Accelerators by id. */
    public Map<String, AcceleratorProfile> accelerators() {
        return accelerators;
    }

    /** How cards can be cut, by accelerator. */
    public Map<String, MigGeometry> migGeometries() {
        return geometries;
    }

    /** What layer 1 of a radio carrier takes, by accelerator. */
    public Map<String, L1Demand> layer1() {
        return layer1;
    }

    /** Models by id. */
    public Map<String, ModelProfile> models() {
        return models;
    }

    /** Models that take whole batches, by id. */
    public Map<String, BatchModel> batchModels() {
        return batchModels;
    }

    /** Ids of all models: decoders, then those that take whole batches. */
    public List<String> modelNames() {
        return Stream.concat(models.keySet().stream(), batchModels.keySet().stream())
                .toList();
    }

    /** Step constants by id, e.g. {@code vllm/L4}. */
    public Map<String, StepConstants> engines() {
        return engines;
    }

    /** Radio accesses by id. */
    public Map<String, AccessProfile> accesses() {
        return accesses;
    }

    /** Kinds of radio cells by id. */
    public Map<String, CellProfile> cells() {
        return cells;
    }

    /** Slices by id: a scenario that states some has no others. */
    public Map<String, NetworkSlice> slices() {
        return slices;
    }

    /** Measured token lengths by id. */
    public Map<String, LengthSpec> lengths() {
        return lengths;
    }

    /** Shapes over the day by id, 24 factors each. */
    public Map<String, List<Double>> profiles() {
        return profiles;
    }

    /** Countries by code. */
    public Map<String, CountryFacts> countries() {
        return countries;
    }

    /** Cities by name. */
    public Map<String, City> cities() {
        return cities;
    }

    /** Country sets by id. */
    public Map<String, CountrySet> countrySets() {
        return sets;
    }

    /** States that can compel, by id. */
    public Map<String, Regime> regimes() {
        return regimes;
    }

    /** Power and prices. */
    public Tariffs tariffs() {
        return tariffs;
    }

    /** Names of the engines, without accelerator. */
    public Set<String> engineNames() {
        Set<String> names = new LinkedHashSet<>();
        engines.keySet().forEach(id -> names.add(id.substring(0, Math.max(id.indexOf('/'), 0))));
        return names;
    }

    /** The constants of an engine on an accelerator: its own entry, or the engine's for all. */
    public Optional<StepConstants> findConstants(String engine, String acceleratorId) {
        return Optional.ofNullable(engines.get(engine + "/" + acceleratorId))
                .or(() -> Optional.ofNullable(engines.get(engine + "/*")));
    }

    /** The largest city of a country that is its capital, or the largest where no capital is listed. */
    public Optional<City> findCapital(String countryCode) {
        List<City> inCountry = cities.values().stream()
                .filter(city -> city.countryCode().equals(countryCode))
                .toList();
        return inCountry.stream()
                .filter(City::isCapital)
                .findFirst()
                .or(() -> inCountry.stream().findFirst());
    }

    /** A city by its name or another spelling of it. */
    public Optional<City> findCity(String name) {
        return Optional.ofNullable(citiesByAnyName.get(name));
    }

    /** The point that the latitude and longitude of a mapping state (degrees). */
    public GeoPoint point(Keys keys) {
        return Entries.point(keys);
    }

    /** A country's code. */
    public Format<String> country() {
        return new Format<>("a country code", "DE", this::countryCode);
    }

    /** A city by its name or another spelling of it. */
    public Format<City> city() {
        return Format.oneOf("a city of the catalog", citiesByAnyName).named("a city of the catalog", "Munich");
    }

    private Catalog(Catalog base, Map<String, CountrySet> otherSets) {
        accelerators = base.accelerators;
        geometries = base.geometries;
        layer1 = base.layer1;
        models = base.models;
        batchModels = base.batchModels;
        engines = base.engines;
        accesses = base.accesses;
        cells = base.cells;
        slices = base.slices;
        lengths = base.lengths;
        profiles = base.profiles;
        countries = base.countries;
        cities = base.cities;
        citiesByAnyName = base.citiesByAnyName;
        sets = otherSets;
        regimes = base.regimes;
        tariffs = base.tariffs;
    }

    private static Map<String, City> byAnyName(Map<String, City> cities) {
        Map<String, City> byName = new LinkedHashMap<>(cities);
        cities.values().forEach(city -> city.aliases().forEach(alias -> byName.put(alias, city)));
        return byName;
    }

    /**
     * The same with other members of a set.
     *
     * @param withdrawn countries that leave it, directly
     * @param admitted countries that join it
     */
    public Catalog withMembers(String set, List<String> withdrawn, List<String> admitted) {
        return new Catalog(this, changed(sets, set, withdrawn, admitted));
    }

    private static Map<String, CountrySet> changed(
            Map<String, CountrySet> sets, String id, List<String> withdrawn, List<String> admitted) {
        CountrySet old = Objects.requireNonNull(sets.get(id), id);
        List<CountrySet.Member> members = new ArrayList<>();
        old.members().stream()
                .filter(member -> !withdrawn.contains(member.word()))
                .forEach(members::add);
        admitted.forEach(code -> members.add(new CountrySet.Member(code, Optional.empty(), Optional.empty())));
        Map<String, CountrySet> others = new LinkedHashMap<>(sets);
        others.put(id, new CountrySet(id, members, old.source()));
        return others;
    }

    /** A country's code or the name of a set; the countries it stands for on a day. */
    public Format<List<String>> countries(LocalDate day) {
        return new Format<>("a country code or a set of countries", "DE", text -> {
            if (sets.containsKey(text)) {
                Set<String> members = new LinkedHashSet<>();
                addMembers(text, day, members);
                return List.copyOf(members);
            }
            if (countries.containsKey(text)) {
                return List.of(text);
            }
            Optional<String> hint = Suggestions.maybe(text, sets.keySet()).or(() -> meantCountry(text));
            throw Format.Refused.unknown(text, "a country code or a set of countries", List.of(), hint);
        });
    }

    private void addMembers(String word, LocalDate day, Set<String> members) {
        CountrySet set = sets.get(word);
        if (set == null) {
            members.add(word);
            return;
        }
        set.members().stream()
                .filter(member -> member.isMemberOn(day))
                .forEach(member -> addMembers(member.word(), day, members));
    }

    private String countryCode(String text) throws Format.Refused {
        if (countries.containsKey(text)) {
            return text;
        }
        throw Format.Refused.unknown(text, "a country code", List.of(), meantCountry(text));
    }

    private Optional<String> meantCountry(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        if (countries.containsKey(upper)) {
            return maybe(upper);
        }
        if (upper.equals("UK")) {
            return maybe("GB");
        }
        List<String> names =
                countries.values().stream().map(facts -> facts.country().name()).toList();
        return Suggestions.nearest(text, names)
                .map(name -> List.copyOf(countries.keySet()).get(names.indexOf(name)))
                .flatMap(Catalog::maybe);
    }

    private static Optional<String> maybe(String word) {
        return Optional.of("Maybe '%s'?".formatted(word));
    }

    private static <T> Map<String, T> merged(Map<String, T> base, Map<String, T> own) {
        Map<String, T> all = new LinkedHashMap<>(own);
        base.forEach(all::putIfAbsent);
        return Collections.unmodifiableMap(all);
    }
}

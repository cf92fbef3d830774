package org.tafsim.scenario.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.AccessProfile;
import org.tafsim.model.BatchModel;
import org.tafsim.model.Country;
import org.tafsim.model.DiurnalProfile;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.MeasuredDelay;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.RadioDelay;
import org.tafsim.model.Regime;
import org.tafsim.model.StepConstants;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** The kinds of entries catalogs and scenarios list, and how each is read. */
final class Entries {

    private static final Format<Double> LATITUDE =
            Quantities.NUMBER.that(value -> Math.abs(value) <= 90, "lie between -90 and 90");
    private static final Format<Double> LONGITUDE =
            Quantities.NUMBER.that(value -> Math.abs(value) <= 180, "lie between -180 and 180");

    static final Section<AcceleratorProfile> ACCELERATORS =
            new Section<>("accelerators", "an accelerator", "id", Entries::accelerator);
    static final Section<ModelProfile> MODELS = new Section<>("models", "a model", "id", ModelEntry::read);
    static final Section<BatchModel> BATCH_MODELS =
            new Section<>("batchModels", "a model that takes batches", "id", BatchModelEntry::read);
    static final Section<StepConstants> ENGINES = new Section<>("engines", "an engine", "id", Entries::engine);
    static final Section<AccessProfile> ACCESSES = new Section<>("accesses", "an access", "id", Entries::access);
    static final Section<LengthSpec> LENGTHS = new Section<>("lengths", "a length", "id", Entries::length);
    static final Section<List<Double>> PROFILES = new Section<>("profiles", "a profile", "id", Entries::profile);
    static final Section<CountryFacts> COUNTRIES = new Section<>("countries", "a country", "code", Entries::country);
    static final Section<City> CITIES = new Section<>("cities", "a city", "name", Entries::city);
    static final Section<CountrySet> SETS = new Section<>("sets", "a country set", "id", Entries::countrySet);
    static final Section<Regime> REGIMES = new Section<>("regimes", "a regime", "id", Entries::regime);

    private Entries() {}

    private static Optional<AcceleratorProfile> accelerator(String id, Keys keys, String source, Problems problems) {
        String vendor = keys.required("vendor", Format.TEXT);
        double bf16 = keys.required("bf16", Quantities.SPEED);
        double fp8 = keys.optional("fp8", Quantities.SPEED, bf16);
        double fp4 = keys.optional("fp4", Quantities.SPEED, bf16);
        long memory = keys.required("memory", Quantities.SIZE);
        double bandwidth = keys.required("bandwidth", Quantities.BYTE_RATE);
        double link = keys.required("link", Quantities.BYTE_RATE);
        double power = keys.required("power", Quantities.POWER);
        return problems.build(
                keys.at(),
                () -> new AcceleratorProfile(id, vendor, bf16, fp8, fp4, memory, bandwidth, link, power, source));
    }

    private static Optional<StepConstants> engine(String id, Keys keys, String source, Problems problems) {
        double gemmBandwidth = keys.required("gemmBandwidth", Quantities.FRACTION);
        double gemmCompute = keys.required("gemmCompute", Quantities.FRACTION);
        double attention = keys.required("attentionCompute", Quantities.FRACTION);
        double kvBandwidth = keys.required("kvBandwidth", Quantities.FRACTION);
        double exponent = keys.required("rooflineExponent", Quantities.POSITIVE_NUMBER);
        double layer = keys.required("layer", Quantities.SECONDS);
        double launch = keys.optional("launch", Quantities.SECONDS, 0.0);
        double expert = keys.optional("expert", Quantities.SECONDS, 0.0);
        double step = keys.required("step", Quantities.SECONDS);
        double sequence = keys.required("sequence", Quantities.SECONDS);
        double allReduce = keys.required("allReduce", Quantities.SECONDS);
        double link = keys.required("link", Quantities.FRACTION);
        return problems.build(
                keys.at(),
                () -> new StepConstants(
                        id,
                        gemmBandwidth,
                        gemmCompute,
                        attention,
                        kvBandwidth,
                        exponent,
                        layer,
                        launch,
                        expert,
                        step,
                        sequence,
                        allReduce,
                        link,
                        source));
    }

    private static Optional<AccessProfile> access(String id, Keys keys, String source, Problems problems) {
        Optional<? extends RadioDelay> delay = delay(keys, problems);
        double uplink = keys.required("uplink", Quantities.DATA_RATE);
        double downlink = keys.required("downlink", Quantities.DATA_RATE);
        return delay.flatMap(
                known -> problems.build(keys.at(), () -> new AccessProfile(id, known, uplink, downlink, source)));
    }

    private static Optional<? extends RadioDelay> delay(Keys keys, Problems problems) {
        QuantileReader delays = new QuantileReader(Quantities.MILLIS, problems);
        Optional<Node> slots = keys.find("slots");
        if (slots.isPresent()) {
            if (keys.has("uplinkDelay") || keys.has("downlinkDelay")) {
                problems.report(keys.at(), "an access has delays or slots, not both.");
            }
            return new SlotsReader(problems).read(slots.get());
        }
        var uplink = keys.require("uplinkDelay", "{0: 4 ms, 1: 9 ms}").flatMap(delays::read);
        var downlink = keys.require("downlinkDelay", "{0: 4 ms, 1: 9 ms}").flatMap(delays::read);
        return uplink.flatMap(up -> downlink.map(down -> new MeasuredDelay(up, down)));
    }

    private static Optional<LengthSpec> length(String id, Keys keys, String source, Problems problems) {
        return LengthReader.readMapping(keys, problems);
    }

    private static Optional<List<Double>> profile(String id, Keys keys, String source, Problems problems) {
        List<Double> hours = keys.list("hours", Quantities.NATURAL_NUMBER);
        return problems.build(keys.at("hours"), () -> new DiurnalProfile(hours, 0))
                .map(DiurnalProfile::hourlyFactors);
    }

    private static Optional<CountryFacts> country(String code, Keys keys, String source, Problems problems) {
        String name = keys.required("name", Format.TEXT);
        Country.DataProtection standing =
                keys.required("dataProtection", Format.constant("a standing", Country.DataProtection.class));
        Optional<LocalDate> from = keys.find("from", Dates.FORMAT);
        Optional<LocalDate> until = keys.find("until", Dates.FORMAT);
        OptionalDouble carbon = optional(keys.find("carbonGramsPerKwh", Quantities.NATURAL_NUMBER));
        OptionalInt carbonYear = keys.optional("carbonYear", Quantities.optionalCount("2023"), OptionalInt.empty());
        OptionalDouble price = optional(keys.find("eurPerKwh", Quantities.NATURAL_NUMBER));
        return problems.build(
                keys.at(),
                () -> new CountryFacts(
                        new Country(code, name, standing), from, until, carbon, carbonYear, price, source));
    }

    private static Optional<City> city(String name, Keys keys, String source, Problems problems) {
        String country = keys.required("country", Format.TEXT);
        GeoPoint location = point(keys);
        long population = keys.required("population", Quantities.whole(1, 100_000_000, "1275000"));
        boolean isCapital = keys.optional("capital", Format.FLAG, false);
        List<String> aliases = keys.list("aliases", Format.TEXT);
        return problems.build(
                keys.at(), () -> new City(name, country, location, population, isCapital, aliases, source));
    }

    /** The point a mapping states (degrees). */
    static GeoPoint point(Keys keys) {
        return new GeoPoint(
                keys.required("latitude", LATITUDE.named("a latitude", "48.13")),
                keys.required("longitude", LONGITUDE.named("a longitude", "11.58")));
    }

    private static Optional<CountrySet> countrySet(String id, Keys keys, String source, Problems problems) {
        List<CountrySet.Member> members = keys.items("members").stream()
                .map(item -> member(item, problems))
                .toList();
        return Optional.of(new CountrySet(id, members, source));
    }

    private static CountrySet.Member member(Node item, Problems problems) {
        if (item instanceof Node.Text) {
            String word = Keys.read(item, Format.TEXT, problems);
            return new CountrySet.Member(word, Optional.empty(), Optional.empty());
        }
        Keys keys = Keys.of(item, "a member", problems);
        String country = keys.required("country", Format.TEXT);
        Optional<LocalDate> from = keys.find("from", Dates.FORMAT);
        Optional<LocalDate> until = keys.find("until", Dates.FORMAT);
        keys.done();
        return new CountrySet.Member(country, from, until);
    }

    private static Optional<Regime> regime(String id, Keys keys, String source, Problems problems) {
        List<String> countries = keys.list("countries", Format.TEXT);
        return problems.build(keys.at(), () -> new Regime(id, countries));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}

package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tafsim.model.App;
import org.tafsim.model.AssetKind;
import org.tafsim.model.Condition;
import org.tafsim.model.DataTerms;
import org.tafsim.model.Fact;
import org.tafsim.model.Holding;
import org.tafsim.model.Measure;
import org.tafsim.model.Operator;
import org.tafsim.model.Population;
import org.tafsim.model.Regime;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.Service;
import org.tafsim.model.Site;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.Stage;
import org.tafsim.model.Tenant;

/** The law as it reads: one case at a time, on lists of words, nothing worked out in advance. The reference of the rule book. */
public final class PlainLaw {
    private final Scenario world;
    private final App app;
    private final Population population;
    private final Site site;
    private final List<String> path;

    /** One case: a request of this application and population at this site, by scenario index. */
    public PlainLaw(Scenario world, PathLookup paths, int app, int population, int site) {
        this.world = world;
        this.app = world.apps().get(app);
        this.population = world.populations().get(population);
        this.site = world.sites().get(site);
        path = List.copyOf(paths.countries(population, site));
    }

    /** Whether all rules that are enforced leave the place open, at the stages that they close. */
    public boolean isOpen() {
        SovereigntySpec law = world.sovereignty();
        return law.rules().stream()
                .filter(rule -> rule.mode() == Rule.Mode.ENFORCE)
                .flatMap(rule ->
                        rule.stages().stream().filter(law.reach()::covers).map(stage -> verdict(rule, stage)))
                .noneMatch(Verdict::isBroken);
    }

    /** Rules that are not in shadow and are broken there. */
    public int brokenRules() {
        return (int) world.sovereignty().rules().stream()
                .filter(rule -> rule.mode() != Rule.Mode.SHADOW && isBroken(rule))
                .count();
    }

    boolean happens(Stage stage) {
        return !parties(stage).isEmpty();
    }

    Verdict verdict(Rule rule, Stage stage) {
        if (parties(stage).isEmpty()) {
            return Verdict.SILENT;
        }
        Truth when = ask(rule.when(), stage);
        if (when == Truth.NO) {
            return Verdict.SILENT;
        }
        Truth need = ask(rule.need(), stage);
        if (need == Truth.YES) {
            return Verdict.PERMIT;
        }
        return when == Truth.YES && need == Truth.NO ? Verdict.DENY : Verdict.UNKNOWN;
    }

    boolean isBroken(Rule rule) {
        return rule.stages().stream().anyMatch(stage -> verdict(rule, stage).isBroken());
    }

    private Truth ask(Condition condition, Stage stage) {
        if (condition instanceof Condition.AllOf all) {
            List<Truth> answers =
                    all.parts().stream().map(part -> ask(part, stage)).toList();
            return answers.contains(Truth.NO) ? Truth.NO : answers.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.YES;
        }
        if (condition instanceof Condition.AnyOf any) {
            List<Truth> answers =
                    any.parts().stream().map(part -> ask(part, stage)).toList();
            return answers.contains(Truth.YES) ? Truth.YES : answers.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.NO;
        }
        if (condition instanceof Condition.ClassAtLeast least) {
            return Truth.of(app.dataClass().isAtLeast(least.dataClass()));
        }
        if (condition instanceof Condition.ClassIs exact) {
            return Truth.of(app.dataClass() == exact.dataClass());
        }
        if (condition instanceof Condition.AtLeast least) {
            return compare(number(least.measure(), stage), new double[] {least.bound(), least.bound()});
        }
        if (condition instanceof Condition.AtMost most) {
            return compare(new double[] {most.bound(), most.bound()}, number(most.measure(), stage));
        }
        if (condition instanceof Condition.AtLeastOther least) {
            return compare(number(least.measure(), stage), number(least.other(), stage));
        }
        return askWords(condition, stage);
    }

    /** Whether the first is at least the second, each between two bounds; no bounds where it is not stated. */
    private static Truth compare(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            return Truth.UNKNOWN;
        }
        return first[0] >= second[1] ? Truth.YES : first[1] < second[0] ? Truth.NO : Truth.UNKNOWN;
    }

    private Truth askWords(Condition condition, Stage stage) {
        if (condition instanceof Condition.In in) {
            return words(in.fact(), stage)
                    .map(words -> Truth.of(in.words().containsAll(words)))
                    .orElse(Truth.UNKNOWN);
        }
        if (condition instanceof Condition.Within within) {
            Optional<List<String>> words = words(within.fact(), stage);
            Optional<List<String>> others = words(within.other(), stage);
            return words.isPresent() && others.isPresent()
                    ? Truth.of(others.get().containsAll(words.get()))
                    : Truth.UNKNOWN;
        }
        return askWordByWord(condition, stage);
    }

    /** Has and excludes ask for every word alone; a regime that nobody declared has no answer. */
    private Truth askWordByWord(Condition condition, Stage stage) {
        boolean wanted = condition instanceof Condition.Has;
        Fact fact = condition instanceof Condition.Has has ? has.fact() : ((Condition.Excludes) condition).fact();
        List<String> asked =
                condition instanceof Condition.Has has ? has.words() : ((Condition.Excludes) condition).words();
        Optional<List<String>> words = words(fact, stage);
        if (words.isEmpty()) {
            return Truth.UNKNOWN;
        }
        List<Truth> answers = asked.stream()
                .map(word -> isAnswerable(fact, word) ? Truth.of(words.get().contains(word) == wanted) : Truth.UNKNOWN)
                .toList();
        return answers.contains(Truth.NO) ? Truth.NO : answers.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.YES;
    }

    private boolean isAnswerable(Fact fact, String word) {
        return fact != Fact.ACTOR_EXPOSURE
                || world.sovereignty().regimes().stream()
                        .anyMatch(regime -> regime.id().equals(word));
    }

    /** Who holds the data at a stage: the site itself, or a service. */
    private record Party(List<String> countries, List<String> certificates, List<String> keys, String operator) {}

    /** Empty where the stage does not happen. */
    private List<Party> parties(Stage stage) {
        List<Party> services = new ArrayList<>();
        site.trust().uses().forEach((role, use) -> {
            if (role.stage() == stage) {
                Service service = world.services().stream()
                        .filter(known -> known.id().equals(use.serviceId()))
                        .findFirst()
                        .orElseThrow();
                services.add(new Party(
                        service.countries(), service.certificates(), service.keyCountries(), service.operatorId()));
            }
        });
        Site.Custody custody = site.custody();
        List<String> home = switch (stage) {
            case S9_OBSERVABILITY -> custody.logCountries();
            case S14_ADMINISTRATION -> custody.supportCountries();
            default -> List.of(site.countryCode());
        };
        Party itself = new Party(home, custody.certificates(), custody.keyCountries(), site.operatorId());
        return switch (stage) {
            case S6_TOOLS, S10_COPIES, S13_SECONDARY_USE, S15_SUPPLY -> services;
            case S7_CACHE -> {
                services.add(itself);
                yield services;
            }
            default -> services.isEmpty() ? List.of(itself) : services;
        };
    }

    private static boolean isWithTheUser(Stage stage) {
        return stage == Stage.S1_CAPTURE || stage == Stage.S2_RADIO;
    }

    /** Empty where not stated. */
    Optional<List<String>> words(Fact fact, Stage stage) {
        DataTerms terms = app.terms();
        return switch (fact) {
            case PATH_COUNTRIES -> stated(path);
            case SUBJECT_COUNTRY -> stated(List.of(population.countryCode()));
            case TENANT_SECTOR -> stated(List.of(app.sector()));
            case TENANT_COUNTRY -> stated(terms.tenant().country());
            case ASSET_FLAGS -> Optional.of(terms.flags());
            case SUBJECT_CONSENT -> Optional.of(terms.consents());
            case ASSET_PURPOSE -> stated(List.of(terms.purpose()));
            case WORKLOAD_RISK -> stated(List.of(terms.aiActRisk()));
            case MODEL_PROVIDER ->
                stated(world.replicas().stream()
                        .map(replica -> replica.model().providerCountry())
                        .distinct()
                        .toList());
            default -> isWithTheUser(stage) ? withTheUser(fact) : there(fact, stage);
        };
    }

    private Optional<List<String>> withTheUser(Fact fact) {
        return fact == Fact.PLACE_COUNTRY ? stated(List.of(population.countryCode())) : Optional.empty();
    }

    private Optional<List<String>> there(Fact fact, Stage stage) {
        return switch (fact) {
            case PLACE_COUNTRY ->
                stage == Stage.S3_TRANSIT ? stated(path) : any(stage, party -> stated(party.countries()));
            case PLACE_CERTIFICATES -> all(stage, party -> stated(party.certificates()));
            case KEY_COUNTRY -> any(stage, party -> stated(party.keys()));
            case ACTOR_SEAT ->
                any(stage, party -> stated(List.of(operator(party.operator()).seatCountry())));
            case ACTOR_CONTROL ->
                any(stage, party -> stated(operator(party.operator()).controlledFrom()));
            case ACTOR_EXPOSURE -> any(stage, party -> exposure(operator(party.operator())));
            case ACTOR_ESTABLISHMENTS ->
                all(stage, party -> {
                    Operator operator = operator(party.operator());
                    return stated(Stream.concat(Stream.of(operator.seatCountry()), operator.establishments().stream())
                            .toList());
                });
            case ACTOR_UNDERTAKINGS ->
                all(stage, party -> stated(operator(party.operator()).undertakings()));
            case PLACE_TIER -> stated(List.of(site.tier().word()));
            case PLACE_HARDWARE ->
                stated(world.replicas().stream()
                        .filter(replica -> replica.siteId().equals(site.id()))
                        .map(replica -> replica.accelerator().vendorCountry())
                        .toList());
            case CACHE_SHARING -> stated(List.of(site.trust().cacheIsShared() ? "shared" : "tenant"));
            case ASSET_ENCRYPTION -> stated(site.trust().encryption());
            default -> throw new IllegalStateException(fact.word());
        };
    }

    private static Optional<List<String>> stated(List<String> words) {
        return words.isEmpty() || words.stream().anyMatch(String::isBlank) ? Optional.empty() : Optional.of(words);
    }

    private Optional<List<String>> any(Stage stage, Function<Party, Optional<List<String>>> words) {
        List<Optional<List<String>>> each = parties(stage).stream().map(words).toList();
        return each.stream().allMatch(Optional::isPresent)
                ? Optional.of(each.stream()
                        .flatMap(some -> some.orElseThrow().stream())
                        .toList())
                : Optional.empty();
    }

    private Optional<List<String>> all(Stage stage, Function<Party, Optional<List<String>>> words) {
        List<Optional<List<String>>> each = parties(stage).stream().map(words).toList();
        return any(stage, words)
                .map(every -> every.stream()
                        .filter(word -> each.stream()
                                .allMatch(some -> some.orElseThrow().contains(word)))
                        .toList());
    }

    private Operator operator(String id) {
        return world.operators().stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Optional<List<String>> exposure(Operator operator) {
        if (world.sovereignty().regimes().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(world.sovereignty().regimes().stream()
                .filter(regime -> Stream.concat(Stream.of(operator.seatCountry()), operator.controlledFrom().stream())
                        .anyMatch(regime.countries()::contains))
                .map(Regime::id)
                .toList());
    }

    /** Lower and upper bound; none where it is not stated. */
    private double[] number(Measure measure, Stage stage) {
        Tenant tenant = app.terms().tenant();
        return switch (measure) {
            case CACHE_TTL_SECONDS -> {
                double seconds = app.terms().assets().stream()
                        .filter(asset -> asset.kind() == AssetKind.KV_BLOCK)
                        .mapToDouble(asset -> asset.keepNanos() / 1e9)
                        .max()
                        .orElse(0);
                yield new double[] {seconds, seconds};
            }
            case TENANT_MIN_UAL -> level(tenant.minimumUnionAssuranceLevel());
            case PLACE_UAL ->
                isWithTheUser(stage) ? new double[0] : level(site.trust().unionAssuranceLevel());
            case ACTOR_LARGEST_NON_EU_SHARE -> shares(stage, true);
            case ACTOR_TOTAL_NON_EU_SHARE -> shares(stage, false);
            default -> {
                int objective = measure.word().charAt(measure.word().length() - 1) - '1';
                boolean isAsked = measure.word().startsWith("tenant");
                List<Integer> seal =
                        isAsked ? tenant.minimumSeal() : site.trust().seal();
                yield seal.isEmpty() || (!isAsked && isWithTheUser(stage))
                        ? new double[0]
                        : level(OptionalInt.of(seal.get(objective)));
            }
        };
    }

    private static double[] level(OptionalInt level) {
        return level.isPresent() ? new double[] {level.getAsInt(), level.getAsInt()} : new double[0];
    }

    /** The largest over all who act there; what one does not state could be anything. */
    private double[] shares(Stage stage, boolean isLargest) {
        double[] worst = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (Party party : parties(stage)) {
            Operator operator = operator(party.operator());
            if (isWithTheUser(stage) || operator.owners().isEmpty()) {
                worst[1] = Double.POSITIVE_INFINITY;
                continue;
            }
            Map<String, Double> outside = new TreeMap<>();
            double known = follow(operator, 1, outside);
            double share = isLargest
                    ? outside.values().stream().mapToDouble(held -> held).max().orElse(0)
                    : outside.values().stream().mapToDouble(held -> held).sum();
            worst[0] = Math.max(worst[0], rounded(share));
            worst[1] = Math.max(worst[1], rounded(share) + rounded(1 - known));
        }
        return worst;
    }

    /** Adds what holders outside the Union have by this path; returns how much of it anybody is known to hold. */
    private double follow(Operator operator, double share, Map<String, Double> outside) {
        double known = 0;
        for (Holding holding : operator.owners()) {
            double part = share * holding.share();
            if (holding.holder().startsWith("op")) {
                known += follow(operator(holding.holder()), part, outside);
                continue;
            }
            known += part;
            if (!List.of("DE", "FR").contains(holding.holder())) {
                outside.merge(holding.holder(), part, Double::sum);
            }
        }
        return known;
    }

    private static double rounded(double share) {
        return Math.max(0, Math.rint(share * 1e9) / 1e9);
    }
}

package org.tafsim.sovereignty;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tafsim.model.AssetKind;
import org.tafsim.model.AssetSpec;
import org.tafsim.model.Condition;
import org.tafsim.model.DataClass;
import org.tafsim.model.DataTerms;
import org.tafsim.model.Fact;
import org.tafsim.model.LegalChange;
import org.tafsim.model.Measure;
import org.tafsim.model.OnInfeasible;
import org.tafsim.model.Operator;
import org.tafsim.model.Rule;
import org.tafsim.model.Service;
import org.tafsim.model.ServiceRole;
import org.tafsim.model.Site;
import org.tafsim.model.Tenant;
import org.tafsim.model.Tier;
import org.tafsim.model.Trust;

/** Worlds and rules of every shape, with facts missing here and there. */
public final class RandomWorld {
    private static final List<String> COUNTRIES = List.of("DE", "FR", "NO", "CH", "US");
    private static final List<String> CERTIFICATES = List.of("C5-T2", "HDS", "TEE");
    private static final List<String> SECTORS = List.of("health", "public", "");
    private static final List<String> REGIMES = List.of("US", "CH", "RU"); // nobody declares RU
    private static final List<String> UNDERTAKINGS = List.of("secrecy", "scc");
    private static final List<String> ENCRYPTION = List.of("hop", "e2e");
    private static final List<String> FLAGS = List.of("secrecy", "children");
    private static final List<String> PURPOSES = List.of("service", "billing");
    private static final List<String> RISKS = List.of("minimal", "high");
    private static final List<Double> BOUNDS = List.of(0.0, 0.24, 0.39, 1.0, 2.0, 3.0);
    private static final List<Measure> MEASURES = List.of(Measure.values());
    private static final List<Fact> FACTS = List.of(Fact.values());
    private static final List<Tier> TIERS = List.of(Tier.values());
    private static final List<DataClass> CLASSES = List.of(DataClass.values());
    private static final List<Rule.Mode> MODES = List.of(Rule.Mode.values());

    private final SplittableRandom random;
    private boolean isSmall;

    /** The worlds of a seed. */
    public RandomWorld(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From now on, worlds of a few sites. */
    public RandomWorld small() {
        isSmall = true;
        return this;
    }

    /** Another world. */
    public World world() {
        World world = new World();
        if (random.nextInt(4) > 0) {
            world.regime("US", "US").regime("CH", "CH", "LI");
        }
        int operators = 1 + random.nextInt(4);
        for (int i = 0; i < operators; i++) {
            world.operator("op" + i, one(COUNTRIES), some(COUNTRIES, 1).toArray(String[]::new));
        }
        owners(world, operators);
        services(world, operators);
        int sites = !isSmall && random.nextInt(5) == 0
                ? 60 + random.nextInt(80)
                : 1 + random.nextInt(9); // past a word of bits
        for (int i = 0; i < sites; i++) {
            world.site(one(COUNTRIES), one(TIERS), "op" + random.nextInt(operators), custody())
                    .trust(trust(world.services));
            if (random.nextInt(3) > 0) {
                world.replica(one(COUNTRIES), "FR");
            }
        }
        int populations = 1 + random.nextInt(4);
        for (int i = 0; i < populations; i++) {
            world.population(random.nextInt(10) == 0 ? "" : one(COUNTRIES));
        }
        int apps = 1 + random.nextInt(4);
        for (int i = 0; i < apps; i++) {
            DataClass label = one(CLASSES);
            world.app(label, one(SECTORS)).terms(terms(label));
        }
        paths(world);
        rules(1 + random.nextInt(6)).forEach(world::rule);
        return world;
    }

    /** Each owned by the ones after it and by countries, so that nobody owns itself. */
    private void owners(World world, int operators) {
        for (int i = 0; i < operators; i++) {
            double left = 1;
            while (left > 0.1 && random.nextInt(3) > 0) {
                double share = left * (1 + random.nextInt(4)) / 4;
                boolean isOperator = i + 1 < operators && random.nextBoolean();
                String holder = isOperator ? "op" + (i + 1 + random.nextInt(operators - i - 1)) : one(COUNTRIES);
                world.owner("op" + i, holder, share);
                left -= share;
            }
            world.says("op" + i, some(COUNTRIES, 0), some(UNDERTAKINGS, 0));
        }
    }

    private void services(World world, int operators) {
        int services = random.nextInt(4);
        for (int i = 0; i < services; i++) {
            world.service(
                    "service" + i,
                    "op" + random.nextInt(operators),
                    some(COUNTRIES, 0),
                    some(CERTIFICATES, 0),
                    some(COUNTRIES, 0));
        }
    }

    private Trust trust(List<Service> services) {
        Map<ServiceRole, Trust.Use> uses = new EnumMap<>(ServiceRole.class);
        for (ServiceRole role : ServiceRole.values()) {
            if (!services.isEmpty() && random.nextInt(4) == 0) {
                OptionalLong grace = OptionalLong.of(random.nextInt(8) * 1_000_000_000L);
                uses.put(role, new Trust.Use(one(services).id(), grace));
            }
        }
        return new Trust(uses, levels(), level(), random.nextBoolean(), some(ENCRYPTION, 0));
    }

    private DataTerms terms(DataClass label) {
        List<AssetSpec> assets = random.nextBoolean()
                ? List.of()
                : List.of(new AssetSpec(AssetKind.KV_BLOCK, 1, 0, 0, random.nextInt(4) * 1_000_000_000L));
        return new DataTerms(
                some(FLAGS, 0),
                one(PURPOSES),
                some(FLAGS, 0),
                one(RISKS),
                assets,
                new Tenant(some(COUNTRIES, 0), levels(), level()),
                onInfeasible(label));
    }

    private OnInfeasible onInfeasible(DataClass label) {
        List<DataClass> lower =
                CLASSES.stream().filter(other -> !other.isAtLeast(label)).toList();
        return switch (random.nextInt(5)) {
            case 0 -> new OnInfeasible.Queue(8_000_000_000L);
            case 1 -> new OnInfeasible.Escalate();
            case 2 -> lower.isEmpty() ? new OnInfeasible.Reject() : new OnInfeasible.Redact(one(lower), 0.01);
            default -> new OnInfeasible.Reject();
        };
    }

    private List<Integer> levels() {
        return random.nextBoolean()
                ? List.of()
                : IntStream.range(0, Trust.OBJECTIVES)
                        .mapToObj(i -> random.nextInt(5))
                        .toList();
    }

    private OptionalInt level() {
        return random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(4));
    }

    private Site.Custody custody() {
        return new Site.Custody(some(CERTIFICATES, 0), some(COUNTRIES, 0), some(COUNTRIES, 0), some(COUNTRIES, 0));
    }

    private void paths(World world) {
        for (int population = 0; population < world.populations.size(); population++) {
            for (int site = 0; site < world.sites.size(); site++) {
                if (random.nextBoolean()) {
                    world.path(population, site, some(COUNTRIES, 0).toArray(String[]::new));
                }
            }
        }
    }

    /** Changes of law, of who controls whom, and of certificates, at these instants (ns). */
    public List<LegalChange> changes(World world, List<Long> instants) {
        return instants.stream().map(at -> change(world, at)).toList();
    }

    private LegalChange change(World world, long atNanos) {
        Operator operator = one(world.operators);
        Operator changed = new Operator(
                operator.id(),
                one(COUNTRIES),
                some(COUNTRIES, 1),
                operator.owners(),
                operator.establishments(),
                some(UNDERTAKINGS, 0));
        Optional<List<Rule>> rules =
                random.nextInt(3) == 0 ? Optional.empty() : Optional.of(rules(1 + random.nextInt(4)));
        return new LegalChange(
                atNanos,
                "change at " + atNanos,
                rules,
                random.nextBoolean() ? List.of(changed) : List.of(),
                random.nextBoolean() ? Map.of(one(world.sites).id(), some(CERTIFICATES, 0)) : Map.of());
    }

    /** Rules R0, R1, … */
    public List<Rule> rules(int count) {
        return IntStream.range(0, count).mapToObj(i -> rule("R" + i)).toList();
    }

    /** A rule of any shape. */
    public Rule rule(String id) {
        Condition when = random.nextBoolean() ? Rules.ALWAYS : condition(1);
        return Rules.rule(id, one(MODES), some(Rules.EVERY_STAGE, 1), when, condition(2));
    }

    private Condition condition(int depth) {
        return switch (random.nextInt(depth > 0 ? 11 : 9)) {
            case 0 -> new Condition.ClassAtLeast(one(CLASSES));
            case 1 -> new Condition.ClassIs(one(CLASSES));
            case 2 -> new Condition.Within(one(FACTS), one(FACTS));
            case 3 -> withWords(Condition.Has::new);
            case 4 -> withWords(Condition.Excludes::new);
            case 5 -> withWords(Condition.In::new);
            case 6 -> new Condition.AtLeast(one(MEASURES), one(BOUNDS));
            case 7 -> new Condition.AtMost(one(MEASURES), one(BOUNDS));
            case 8 -> new Condition.AtLeastOther(one(MEASURES), one(MEASURES));
            case 9 -> new Condition.AllOf(parts(depth));
            default -> new Condition.AnyOf(parts(depth));
        };
    }

    private interface FactCondition {
        Condition of(Fact fact, List<String> words);
    }

    private Condition withWords(FactCondition condition) {
        Fact fact = one(FACTS);
        List<String> words = switch (fact) {
            case PLACE_CERTIFICATES -> some(CERTIFICATES, 0);
            case PLACE_TIER -> some(TIERS, 0).stream().map(Tier::word).toList();
            case ACTOR_EXPOSURE -> some(REGIMES, 0);
            case TENANT_SECTOR -> some(SECTORS, 0);
            case ASSET_FLAGS, SUBJECT_CONSENT -> some(FLAGS, 0);
            case ASSET_PURPOSE -> some(PURPOSES, 0);
            case WORKLOAD_RISK -> some(RISKS, 0);
            case ACTOR_UNDERTAKINGS -> some(UNDERTAKINGS, 0);
            case ASSET_ENCRYPTION -> some(ENCRYPTION, 0);
            case CACHE_SHARING -> some(List.of("shared", "tenant"), 1);
            default -> some(COUNTRIES, 0);
        };
        return condition.of(fact, words);
    }

    private List<Condition> parts(int depth) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> condition(depth - 1))
                .toList();
    }

    /** One of them. */
    public <T> T one(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A number from 0 to below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A random sublist with at least so many items. */
    public <T> List<T> some(List<T> items, int least) {
        List<T> some = new ArrayList<>(items);
        while (some.size() > least && (some.size() == items.size() || random.nextInt(3) > 0)) {
            some.remove(random.nextInt(some.size()));
        }
        return some;
    }
}

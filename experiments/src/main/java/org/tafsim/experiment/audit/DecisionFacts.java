package org.tafsim.experiment.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.Decimals;
import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.sovereignty.LawTimeline;
import org.tafsim.sovereignty.RuleBook;
import org.tafsim.sovereignty.RuleCheck;
import org.tafsim.sovereignty.Verdict;

/** What was decided about a request, and why: which rule closed which place by the law of the day on which it arrived. */
final class DecisionFacts {

    /** Places written down for each rule; the others are counted. */
    private static final int MOST_SITES = 10;

    private final Scenario scenario;
    private final LawTimeline law;
    private final Map<String, Integer> apps;
    private final Map<String, Integer> populations;
    private final Map<String, Integer> sites;
    private final Map<String, ServedReplica> replicas = new HashMap<>(); // asked, never iterated
    private final Map<Asked, Said> said = new ConcurrentHashMap<>(); // asked, never iterated; runs share it

    /** What the law looks at. */
    private record Asked(int epoch, int app, int population) {}

    /** What it says of all sites with the model. */
    private record Said(int capableSites, long lawfulSites, List<Map<String, Object>> refusals) {}

    DecisionFacts(Simulation simulation) {
        scenario = simulation.lawfulScenario();
        law = simulation.law();
        apps = index(scenario.apps(), App::id);
        populations = index(scenario.populations(), Population::id);
        sites = index(scenario.sites(), Site::id);
        scenario.replicas().forEach(replica -> replicas.put(replica.id(), replica));
    }

    private static <T> Map<String, Integer> index(List<T> things, Function<T, String> id) {
        Map<String, Integer> index = new HashMap<>(); // asked, never iterated
        IntStream.range(0, things.size()).forEach(i -> index.put(id.apply(things.get(i)), i));
        return index;
    }

    private static int of(Map<String, Integer> index, String id) {
        return Objects.requireNonNull(index.get(id));
    }

    /** Facts of a decision, in a stated order. */
    Map<String, Object> of(String policy, int replication, RequestRecord request) {
        int epoch = law.epochAt(request.arrivalNanos());
        int app = of(apps, request.app());
        int population = of(populations, request.population());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(Chain.KIND, Chain.DECISION);
        facts.put("policy", policy);
        facts.put("replication", replication);
        facts.put("request", request.app() + "/" + request.sequence());
        facts.put("arrived_s", Decimals.seconds(request.arrivalNanos()));
        facts.put("epoch", epoch);
        facts.put("population", request.population());
        facts.put("subject", scenario.populations().get(population).countryCode());
        facts.put("class", scenario.apps().get(app).dataClass().toString());
        facts.put("outcome", request.outcome().word());
        if (!request.replica().isEmpty()) {
            String site =
                    Objects.requireNonNull(replicas.get(request.replica())).siteId();
            facts.put("chosen", site);
            facts.put(
                    "is_lawful", law.book(epoch).feasibleSites(app, population).contains(of(sites, site)));
            facts.put("broken_rules", request.brokenRules());
        }
        Said says = said.computeIfAbsent(new Asked(epoch, app, population), this::ask);
        facts.put("capable_sites", says.capableSites());
        facts.put("lawful_sites", says.lawfulSites());
        facts.put("refusals", says.refusals());
        return facts;
    }

    private Said ask(Asked asked) {
        RuleBook book = law.book(asked.epoch());
        List<Integer> capable = capableSites(scenario.apps().get(asked.app()).modelId());
        long lawful = capable.stream()
                .filter(site ->
                        book.feasibleSites(asked.app(), asked.population()).contains(site))
                .count();
        return new Said(capable.size(), lawful, refusals(book, asked.app(), asked.population(), capable));
    }

    private List<Integer> capableSites(String model) {
        return scenario.replicas().stream()
                .filter(replica -> replica.model().id().equals(model))
                .map(replica -> of(sites, replica.siteId()))
                .distinct()
                .toList();
    }

    /** Rules not in shadow that a place with the model would break, and where. */
    private List<Map<String, Object>> refusals(RuleBook book, int app, int population, List<Integer> capable) {
        List<Map<String, Object>> refusals = new ArrayList<>();
        for (int check = 0; check < book.checks().size(); check++) {
            RuleCheck asked = book.checks().get(check);
            for (Verdict verdict : List.of(Verdict.DENY, Verdict.UNKNOWN)) {
                int number = check;
                List<Integer> closed = capable.stream()
                        .filter(site -> book.verdict(number, app, population, site) == verdict)
                        .toList();
                if (!closed.isEmpty() && asked.rule().mode() != Rule.Mode.SHADOW) {
                    refusals.add(refusal(book, asked, verdict, closed));
                }
            }
        }
        return refusals;
    }

    private Map<String, Object> refusal(RuleBook book, RuleCheck asked, Verdict verdict, List<Integer> closed) {
        Map<String, Object> refusal = new LinkedHashMap<>();
        refusal.put("rule", asked.rule().id());
        refusal.put("anchor", asked.rule().anchor());
        refusal.put("mode", asked.rule().mode().toString());
        refusal.put("stage", asked.stage().toString());
        refusal.put("verdict", verdict.toString());
        Map<String, Object> places = new LinkedHashMap<>();
        closed.stream()
                .limit(MOST_SITES)
                .forEach(site -> places.put(scenario.sites().get(site).id(), book.places(asked.stage(), site)));
        refusal.put("places", places);
        refusal.put("further_places", Math.max(0, closed.size() - MOST_SITES));
        return refusal;
    }
}

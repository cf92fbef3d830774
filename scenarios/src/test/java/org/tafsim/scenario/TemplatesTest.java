package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Operator;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.Upf;

/** Ten lines make two hundred sites. */
class TemplatesTest {

    private static final String HEAD = """
            apiVersion: tafsim/v1
            kind: Scenario
            run: {duration: 1 min}
            operators: [{id: "telco-{country}", per: country, seat: "{country}"}, {id: cloud, seat: FR}]
            """;

    private static final String TAIL = """
            apps: [{id: chat, model: llama-3.1-8b, class: PER, arrivals: {rate: 2 /s}, prompt: 512, output: 128}]
            policies: [nearest]
            """;

    @Test
    void twoHundredSitesTakeTenLines() {
        Scenario scenario = Readers.read(HEAD + """
                templates:
                  edge:
                    tier: near-edge
                    operator: telco-{country}
                    accelerators: {L4: 1}
                    serve: [{model: llama-3.1-8b}]
                sites: [{template: edge, id: "edge-{city}-{n}", per: city, count: 2}]
                populations: [{per: city, access: sa-midband, upf: local}]
                """ + TAIL);

        assertThat(scenario.sites()).hasSize(222);
        assertThat(scenario.replicas()).hasSize(222);
        assertThat(scenario.populations()).hasSize(111);
        assertThat(scenario.sites().get(0).id()).isEqualTo("edge-paris-1");
        assertThat(scenario.sites().get(1).id()).isEqualTo("edge-paris-2");
        assertThat(scenario.replicas()).extracting(ServedReplica::id).contains("edge-the-hague-2/llama-3.1-8b/1");
        assertThat(scenario.sites().stream()
                        .filter(site -> site.city().equals("Oslo"))
                        .map(Site::operatorId))
                .containsOnly("telco-NO");
    }

    @Test
    void operatorsArePerCountryInUse() {
        Scenario scenario = Readers.read(HEAD + """
                sites: [{id: paris, city: Paris, tier: cloud, operator: cloud, accelerators: {L4: 1}, serve: [{model: llama-3.1-8b}]}]
                populations: [{per: city, where: {countries: [NO, AT]}, access: sa-midband, upf: local}]
                """ + TAIL);

        assertThat(scenario.operators())
                .extracting(Operator::id)
                .containsExactly("telco-FR", "telco-AT", "telco-NO", "cloud");
    }

    @Test
    void whatASiteStatesGoesBeforeItsTemplateAndMappingsAreJoined() {
        Scenario scenario = Readers.read(HEAD + """
                templates:
                  base: {operator: cloud, uplink: 1 Gbit/s, custody: {keys: FR, logs: FR}, accelerators: {L4: 1}}
                  edge: {extends: base, tier: near-edge, custody: {logs: DE, certificates: [A, B]}, serve: [{model: llama-3.1-8b}]}
                sites: [{template: edge, id: x, city: Munich, uplink: 2 Gbit/s, custody: {certificates: C}, accelerators: {L4: 2}}]
                populations: [{city: Munich, access: sa-midband, upf: local}]
                """ + TAIL);

        Site site = scenario.sites().get(0);
        assertThat(site.uplinkBitsPerSecond()).isEqualTo(2e9);
        assertThat(site.custody().keyCountries()).containsExactly("FR");
        assertThat(site.custody().logCountries()).containsExactly("DE");
        assertThat(site.custody().certificates()).containsExactly("C");
    }

    @Test
    void upfsAreLocalRegionalOrCentral() {
        Scenario scenario = Readers.read(HEAD + """
                sites:
                  - {id: "r-{city}", per: city, where: {cities: [Berlin, Munich, Paris]}, tier: regional, operator: cloud,
                     accelerators: {L4: 1}, serve: [{model: llama-3.1-8b}]}
                populations:
                  - {id: a, city: Dresden, access: sa-midband, upf: local}
                  - {id: b, city: Dresden, access: sa-midband, upf: regional}
                  - {id: c, city: Strasbourg, access: sa-midband, upf: regional}
                  - {id: d, city: Zurich, access: sa-midband, upf: regional}
                  - {id: e, city: Lyon, access: sa-midband, upf: central}
                  - {id: f, city: Lyon, access: sa-midband, upf: {placement: central, site: r-munich}}
                """ + TAIL);

        Map<String, String> cities = scenario.upfs().stream().collect(Collectors.toMap(Upf::id, Upf::city));
        assertThat(scenario.populations())
                .extracting(Population::id, population -> cities.get(population.upfId()))
                .containsExactly(
                        tuple("a", "Dresden"),
                        tuple("b", "Berlin"),
                        tuple("c", "Paris"),
                        tuple("d", "Munich"),
                        tuple("e", "Paris"),
                        tuple("f", "Munich"));
    }

    @Test
    void populationsWeighAsTheirCities() {
        Scenario scenario = Readers.read(Readers.valid()
                .replace("- {id: munich, city: Munich,", "- {per: city, where: {cities: [Munich, Oslo]},"));

        assertThat(scenario.populations())
                .extracting(Population::id, Population::weight)
                .containsExactly(tuple("munich", 1_275_000.0), tuple("oslo", 835_000.0));
    }

    @Test
    void aCircleOfTemplatesIsNamedOnce() {
        String text = HEAD + """
                templates:
                  a: {extends: b}
                  b: {extends: c}
                  c: {extends: a}
                sites: [{template: b, id: x, city: Munich, tier: cloud, operator: cloud}]
                """ + TAIL;

        assertThat(Readers.problems(text))
                .containsOnlyOnce(
                        "test.yaml:6:16: templates.a.extends: templates extend each other in a circle: b -> c -> a -> b.")
                .noneMatch(problem -> problem.contains("c -> a -> b -> c"));
    }

    @Test
    void mistakesInATemplateAreToldOnceAndWhereTheyStand() {
        String text = HEAD + """
                templates:
                  edge:
                    teir: near-edge
                    operator: telco-{land}
                    uplink: fast
                    accelerators: {L4: 1}
                    serve: [{model: llama-3.1-8b, replicas: 2}]
                sites: [{template: edge, id: edge, per: city, where: {countries: [NO]}, tier: cloud}, {template: edgy, id: y}]
                populations: [{per: city, where: {countries: [NO]}, access: sa-midband, upf: local}]
                """ + TAIL;

        assertThat(Readers.problems(text))
                .contains(
                        "test.yaml:7:5: templates.edge.teir: a template has no key 'teir'. Maybe 'tier'?",
                        "test.yaml:8:15: templates.edge.operator: {land} is not a placeholder; there are {city}, {country} and {n}.",
                        "test.yaml:9:13: templates.edge.uplink: \"fast\" is not a data rate; expected e.g. \"10 Gbit/s\".",
                        "test.yaml:11:13: templates.edge.serve[0]: 2 x llama-3.1-8b with tensor parallel 1 need 2 L4, and the site"
                                + " has 1 that are free.",
                        "test.yaml:12:30: sites[0].id: the site 'edge' is here twice. Maybe add {city} or {n} to the id.",
                        "test.yaml:12:98: sites[1].template: 'edgy' is not a template here. Maybe 'edge'?");
        assertThat(Readers.problems(text)).hasSize(7).noneMatch(problem -> problem.contains("needs the key"));
    }

    @Test
    void whereNeedsPer() {
        String text =
                Readers.valid().replace("id: core, city: Berlin", "id: core, city: Berlin, where: {capitals: true}");

        assertThat(Readers.problems(text))
                .containsExactly("test.yaml:15:37: sites[1].where: 'where' needs 'per: city' beside it.");
    }
}

package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Scenario;

/** Slips of the pen cost a line to read, not the memory; and nothing a file says is lost in silence. */
class LimitsTest {

    private static final String USERS = "populations: [{id: munich, city: Munich, access: sa-midband, upf: local}]\n";

    private static final String VALID = """
            apiVersion: tafsim/v1
            kind: Scenario
            run: {duration: 1 min}
            operators: [{id: telco, seat: DE}]
            sites:
              - {id: edge, city: Munich, tier: near-edge, operator: telco, accelerators: {L4: 10000}, serve: [{model: llama-3.1-8b}]}
            """ + USERS + """
            apps: [{id: chat, model: llama-3.1-8b, class: PER, arrivals: {rate: 2 /s}, prompt: 512, output: 128}]
            policies: [nearest]
            """;

    @Test
    void aScenarioWithoutUsersIsRefused() {
        assertThat(Readers.problems(VALID.replace(USERS, "")))
                .containsExactly("test.yaml:1:1: a scenario needs at least one population under 'populations'.");
        assertThat(Readers.problems(VALID.replace(USERS, "populations: []\n")))
                .containsExactly(
                        "test.yaml:7:14: populations: a scenario needs at least one population under 'populations'.");
    }

    @Test
    void aScenarioWithoutSitesIsRefused() {
        List<String> problems = Readers.problems(VALID, ScenarioOverride.parse("sites=[]"));

        assertThat(problems).contains("--set sites: a scenario needs at least one site under 'sites'.");
    }

    @Test
    void copiesOfSitesAreLimited() {
        String wrong = VALID.replace("id: edge, city: Munich", "id: \"{city}-{n}\", per: city, count: 10000");

        assertThat(Readers.problems(wrong)).anyMatch(problem -> problem.contains("makes more than 100000 entries."));
    }

    @Test
    void replicasAreLimited() {
        String wrong = VALID.replace("id: edge, city: Munich", "id: \"{city}\", per: city")
                .replace("{model: llama-3.1-8b}]}", "{model: llama-3.1-8b, replicas: 10000}]}");

        assertThat(Readers.problems(wrong)).anyMatch(problem -> problem.contains("makes more than 100000 replicas."));
    }

    @Test
    void aMistakeMetAgainOnTheNextSiteCausesNoOther() {
        String wrong = VALID.replace("id: edge, city: Munich", "id: \"{city}\", per: city, where: {countries: [FR]}")
                .replace("L4: 10000", "L4: 1")
                .replace("{model: llama-3.1-8b}]}", "{model: mixtral-8x7b, replicas: 2 x}]}");

        assertThat(Readers.problems(wrong)).hasSize(1).first().asString().contains("replicas: \"2 x\"");
    }

    @Test
    void aPathOfAnyDepthIsRefused() {
        String path = "run" + ".run".repeat(20_000);

        assertThat(Readers.problems(VALID, new ScenarioOverride(path, "1")))
                .singleElement()
                .asString()
                .startsWith("--set run.run.run");
    }

    @Test
    void placeholdersWithoutQuotesAreUnderstood() {
        assertThat(Readers.problems(VALID.replace("id: edge", "id: {city}")))
                .containsExactly("test.yaml:6:10: sites[0].id: is a mapping; expected a text, e.g. \"munich\". Maybe "
                        + "\"{city}\", in quotes?");
        assertThat(Readers.problems(VALID.replace("id: edge", "id: {city}-1")))
                .singleElement()
                .asString()
                .endsWith("Maybe a text with braces needs quotes, as \"edge-{city}\".");
    }

    @Test
    void aTraceThatNeverEndsNeedsADuration() {
        String endless = VALID.replace("run: {duration: 1 min}", "run: {warmup: 1 s}")
                .replace("{rate: 2 /s}, prompt: 512, output: 128", "{type: trace, path: trace.csv, speed: 1e-90}");

        assertThat(Readers.problems(endless))
                .containsExactly("test.yaml:3:6: run: the trace lasts too long at its speed; state a duration.");
    }

    @Test
    void lawWithoutRulesReadsBack() {
        Scenario lawless = Readers.read(VALID + "sovereignty: {mode: audit}\n");

        assertThat(Readers.read(ResolvedScenarioWriter.yaml(lawless))).isEqualTo(lawless);
    }
}

package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.Inputs;
import org.tafsim.experiment.PluginList;
import org.tafsim.experiment.ReplicationsCsv;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.ScenarioReaders;
import org.tafsim.experiment.StreamTable;
import org.tafsim.experiment.SummaryCsv;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.recorded.ChoiceFiles;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.external.ExternalPolicyType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether the files of a run belong together: each is read, and held against those it follows from. Nothing is simulated. */
final class RunCheck {

    static final String MANIFEST = "manifest-sha256.txt";
    static final String RESOLVED = "scenario.resolved.yaml";
    static final String SUMMARY = "summary.csv";
    static final List<String> REQUIRED = List.of(
            RunFacts.FILE,
            RESOLVED,
            SUMMARY,
            ReplicationsCsv.FILE,
            "series.csv",
            StreamTable.FILE,
            Environment.FILE,
            MANIFEST);

    private final FileSet run;
    private final SortedMap<String, String> hashes;
    private final Findings findings;

    /**
     * A check.
     *
     * @param hashes that the files have
     */
    RunCheck(FileSet run, SortedMap<String, String> hashes, Findings findings) {
        this.run = run;
        this.hashes = hashes;
        this.findings = findings;
    }

    /**
     * Checks.
     *
     * @param inputs folder in which the scenario finds its traces; empty where they are not at hand, and it is not read
     * @return what the run is, where it is all right
     */
    Optional<CheckedRun> check(Optional<Path> inputs) {
        int before = findings.count();
        REQUIRED.stream()
                .filter(name -> !run.names().contains(name))
                .forEach(name -> findings.report(name, "is missing"));
        if (findings.count() > before) {
            return Optional.empty();
        }
        checkManifest();
        Optional<RunFacts> facts = findings.attempt(RunFacts.FILE, () -> RunFacts.parse(run.text(RunFacts.FILE)));
        Optional<String> resolved = findings.attempt(RESOLVED, () -> run.text(RESOLVED));
        if (facts.isEmpty() || resolved.isEmpty()) {
            return Optional.empty();
        }
        checkId(facts.get(), resolved.get());
        checkEnvironment(facts.get());
        checkStreams(facts.get());
        Optional<List<RunResult>> results = checkNumbers(facts.get());
        Optional<List<InputList.Entry>> inputList = findings.attempt(Inputs.FILE, () -> InputList.read(run));
        Optional<Scenario> scenario = inputs.flatMap(folder -> checkScenario(facts.get(), resolved.get(), folder));
        return results.flatMap(
                values -> inputList.map(list -> new CheckedRun(facts.get(), resolved.get(), scenario, values, list)));
    }

    private void checkManifest() {
        findings.attempt(MANIFEST, () -> HashList.parse(run.text(MANIFEST)))
                .ifPresent(listed -> listed.forEach((name, hash) -> {
                    String found = hashes.get(name);
                    if (found == null) {
                        findings.report(name, "is missing, though the run's manifest lists it");
                    } else if (!found.equals(hash)) {
                        findings.report(name, "was changed after the run: the run's manifest has another hash");
                    }
                }));
    }

    /** The id says what determines the numbers: an edited scenario, seed or version no longer has it. */
    private void checkId(RunFacts facts, String resolved) {
        RunId id = RunId.of(facts.scenario(), resolved + facts.plugins().identity(), facts.version());
        if (!id.sha256().equals(facts.sha256()) || !id.value().equals(facts.id())) {
            findings.report(
                    RunFacts.FILE,
                    "the id %s is not that of this scenario and version (%s): one of them was changed"
                            .formatted(facts.id(), id.value()));
        }
    }

    private void checkEnvironment(RunFacts facts) {
        findings.attempt(Environment.FILE, () -> {
            String version = JsonMapper.shared()
                    .readTree(run.text(Environment.FILE))
                    .path("tafsim")
                    .path("version")
                    .asString("");
            if (!version.equals(facts.version())) {
                throw new IOException("says tafsim '%s', run.json says '%s'".formatted(version, facts.version()));
            }
            return version;
        });
    }

    private Optional<List<RunResult>> checkNumbers(RunFacts facts) {
        Optional<List<RunResult>> results =
                findings.attempt(ReplicationsCsv.FILE, () -> ReplicationsCsv.parse(run.text(ReplicationsCsv.FILE)));
        results.ifPresent(values -> {
            findings.attempt(SUMMARY, () -> checkSummary(values));
            List<String> policies =
                    values.stream().map(RunResult::policy).distinct().toList();
            if (!policies.equals(facts.policies())) {
                findings.report(
                        ReplicationsCsv.FILE,
                        "has the policies %s, run.json has %s".formatted(policies, facts.policies()));
            }
            if (values.size() != facts.replications() * facts.policies().size()) {
                findings.report(
                        ReplicationsCsv.FILE,
                        "has %d runs, not the %d replications of %d policies that run.json has"
                                .formatted(
                                        values.size(),
                                        facts.replications(),
                                        facts.policies().size()));
            }
        });
        return results;
    }

    private boolean checkSummary(List<RunResult> values) throws IOException {
        compareLines(ReplicationsCsv.FILE, SummaryCsv.text(SummaryTable.of(values)), run.text(SUMMARY));
        return true;
    }

    /** @throws IOException at the first line that is not the one that follows from a source */
    static void compareLines(String source, String follows, String found) throws IOException {
        List<String> expected = follows.lines().toList();
        List<String> lines = found.lines().toList();
        for (int i = 0; i < Math.max(expected.size(), lines.size()); i++) {
            String should = i < expected.size() ? expected.get(i) : "nothing";
            String is = i < lines.size() ? lines.get(i) : "nothing";
            if (!is.equals(should)) {
                throw new IOException(
                        "does not follow from %s: line %d is '%s', not '%s'".formatted(source, i + 1, is, should));
            }
        }
    }

    private Optional<Scenario> checkScenario(RunFacts facts, String resolved, Path folder) {
        Optional<Scenario> scenario = findings.attempt(RESOLVED, () -> read(resolved, folder, facts.plugins()));
        scenario.ifPresent(read -> {
            List<String> policies =
                    read.policies().stream().map(PolicySpec::label).toList();
            boolean isSame = read.name().equals(facts.scenario())
                    && read.run().seed() == facts.seed()
                    && read.run().replications() == facts.replications()
                    && policies.equals(facts.policies());
            if (!isSame) {
                findings.report(
                        RunFacts.FILE, "name, seed, replications or policies are not those of %s".formatted(RESOLVED));
            }
            checkChoices(read, policies);
        });
        return scenario;
    }

    /** Without what a program decided nobody can run it again, and a package has no programs. */
    private void checkChoices(Scenario scenario, List<String> labels) {
        for (PolicySpec policy : scenario.policies()) {
            for (int replication = 0; replication < scenario.run().replications(); replication++) {
                checkChoices(policy, replication, ChoiceFiles.name(labels, policy.label(), replication));
            }
        }
    }

    private void checkChoices(PolicySpec policy, int replication, String name) {
        if (run.names().contains(name)) {
            findings.attempt(name, () -> ChoiceFiles.count(run.open(name), policy.label(), replication));
        } else if (policy.type().equals(ExternalPolicyType.ID)) {
            findings.report(name, "is missing: it has the decisions of the external policy " + policy.label());
        }
    }

    private void checkStreams(RunFacts facts) {
        findings.attempt(StreamTable.FILE, () -> {
            JsonNode streams = JsonMapper.shared().readTree(run.text(StreamTable.FILE));
            boolean isSame = streams.path("seed").asLong(0) == facts.seed()
                    && streams.path("replications").asInt(0) == facts.replications();
            if (!isSame) {
                throw new IOException("its seed or replications are not those of " + RunFacts.FILE);
            }
            return streams;
        });
    }

    /** A scenario of a stranger: only files below the folder are opened; policies of plug-ins are those that it says they have. */
    static Scenario read(String resolved, Path folder, PluginList plugins) {
        return ScenarioReaders.of(PolicySet.shipped(), plugins).confined().read(RESOLVED, resolved, List.of(), folder);
    }
}

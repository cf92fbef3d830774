package org.tafsim.experiment.pack;

import java.util.Map;
import java.util.Optional;
import org.tafsim.plugins.recorded.ChoiceFiles;

/** What the files of a package are, in a line each. */
final class FileNotes {

    private static final Map<String, String> NOTES = Map.ofEntries(
            Map.entry("run.json", "What ran, with which version, where and when"),
            Map.entry("environment.json", "Software and machine of the run"),
            Map.entry("streams.json", "Seed, replications and names of all random streams"),
            Map.entry("inputs.json", "Hashes of the traces replayed"),
            Map.entry("scenario.yaml", "The scenario as it was given"),
            Map.entry("scenario.resolved.yaml", "The scenario as it ran, everything spelled out"),
            Map.entry("experiment.yaml", "The experiment as it was given"),
            Map.entry("sweep.json", "What the sweep is, with which version"),
            Map.entry("baseline.csv", "Every point against the baseline point, in pairs of replications"),
            Map.entry("points.csv", "The points of the sweep and what varies"),
            Map.entry("task.json", "What a task of the sweep is"),
            Map.entry("metrics.csv", "Every metric of a task, exactly"),
            Map.entry("summary.csv", "Every metric: mean over replications with its interval"),
            Map.entry("summary.json", "The numbers of summary.csv and differences.csv for programs"),
            Map.entry("replications.csv", "Every metric in each replication, exactly"),
            Map.entry("best.csv", "The best policies of each point"),
            Map.entry("sensitivity.csv", "Which parameters matter to which metric"),
            Map.entry("collected.json", "When the sweep was added up"),
            Map.entry("differences.csv", "Policies against each other, in pairs of replications"),
            Map.entry("series.csv", "Utilization and load over time"),
            Map.entry("report.html", "All of it to look at in a browser; made of the other files"),
            Map.entry("cdf.csv", "Distributions of latencies"),
            Map.entry("optimum.csv", "How far each policy is from what none can beat"),
            Map.entry("decisions.jsonl", "Decisions about places, in a chain of hashes"),
            Map.entry("flows.csv", "Data from country to country"),
            Map.entry("flows-over-time.csv", "Data carried from country to country over time"),
            Map.entry("sites.csv", "Utilization, load and violations at each site over time"),
            Map.entry("sample.csv", "Some requests, the same under every policy, and the slowest"),
            Map.entry("requests.csv", "Every request"),
            Map.entry("sbom.json", "What tafsim is made of, as CycloneDX"),
            Map.entry("manifest-sha256.txt", "SHA-256 of files"),
            Map.entry("tagmanifest-sha256.txt", "SHA-256 of the files outside data"),
            Map.entry("bagit.txt", "That this folder is a BagIt bag"),
            Map.entry("README.md", "How to check the package and to run it again"),
            Map.entry("LICENSE", "License of tafsim"),
            Map.entry("CITATION.cff", "How to cite"));

    private FileNotes() {}

    /** Of a file, by its name in the package. */
    static Optional<String> find(String path) {
        if (path.contains("/inputs/")) {
            return Optional.of("A trace that was replayed");
        }
        if (path.contains("/" + ChoiceFiles.FOLDER)) {
            return Optional.of("What a policy decided in one replication");
        }
        return Optional.ofNullable(NOTES.get(path.substring(path.lastIndexOf('/') + 1)));
    }
}

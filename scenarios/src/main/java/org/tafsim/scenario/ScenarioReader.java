package org.tafsim.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.Scenario;
import org.tafsim.scenario.catalog.Catalog;
import org.tafsim.scenario.source.FileHeading;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.SourceFile;
import org.tafsim.scenario.source.YamlTree;

/** Reads scenario files, strictly: unknown keys, missing units and broken references are errors, all told at once. */
public final class ScenarioReader {

    private static final String KIND = "Scenario";

    private final Catalog catalog;
    private final KnownPolicies policies;
    private final boolean isConfined;

    /** A reader of scenarios that name these policies, with the shipped catalog. */
    public ScenarioReader(KnownPolicies policies) {
        this(Catalog.shipped(), policies, false);
    }

    private ScenarioReader(Catalog catalog, KnownPolicies policies, boolean isConfined) {
        this.catalog = catalog;
        this.policies = policies;
        this.isConfined = isConfined;
    }

    /** The same for scenarios from strangers: it opens no file outside the scenario's folder. */
    public ScenarioReader confined() {
        return new ScenarioReader(catalog, policies, true);
    }

    /** What files may refer to by name. */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * Reads a file.
     *
     * @param overrides applied in this order before templates expand
     * @throws ScenarioException with all problems
     */
    public Scenario read(Path file, List<ScenarioOverride> overrides) {
        Problems problems = new Problems();
        Optional<String> text = SourceFile.read(file, problems);
        return text.flatMap(content -> read(Place.of(file.toString()), content, overrides, folderOf(file), problems))
                .orElseThrow(() -> new ScenarioException(problems.list()));
    }

    /** The folder against which the paths in a scenario's file are resolved. */
    public static Path folderOf(Path file) {
        return Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    }

    /**
     * Reads a text.
     *
     * @param name how problems call it
     * @param folder against which paths in it are resolved
     * @throws ScenarioException with all problems
     */
    public Scenario read(String name, String text, List<ScenarioOverride> overrides, Path folder) {
        Problems problems = new Problems();
        return read(Place.of(name), text, overrides, folder, problems)
                .orElseThrow(() -> new ScenarioException(problems.list()));
    }

    Optional<Scenario> read(Place file, String text, List<ScenarioOverride> overrides, Path folder, Problems problems) {
        Optional<Node> tree = YamlTree.parse(file, text, problems)
                .filter(root -> FileHeading.isOf(KIND, root, problems))
                .map(root -> new Overrides(problems).apply(root, overrides));
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        Keys keys = Keys.of(tree.get(), "a scenario", problems);
        Reading reading = new Reading(
                problems,
                catalog.extendedBy(keys, problems),
                policies,
                SovereigntySection.day(tree.get()),
                folder,
                isConfined);
        return new ScenarioAssembly(reading).read(keys, nameOf(file));
    }

    private static String nameOf(Place file) {
        String name = String.valueOf(Path.of(file.file()).getFileName());
        return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
    }
}

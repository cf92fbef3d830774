package org.tafsim.experiment.pack;

import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.tafsim.experiment.pack.crate.Crate;
import org.tafsim.experiment.pack.crate.CrateEntity.FileEntity;
import org.tafsim.experiment.pack.crate.CrateEntity.MetadataFile;
import org.tafsim.experiment.pack.crate.CrateEntity.RootDataset;
import tools.jackson.databind.JsonNode;

/**
 * Whether a crate describes the package it lies in: its shape, every file, and no file that is not there. The standard has more
 * to it; the continuous integration asks an independent validator.
 */
final class CrateCheck {

    private final CrateGraph graph;
    private final FileSet files;
    private final Findings findings;

    CrateCheck(CrateGraph graph, FileSet files, Findings findings) {
        this.graph = graph;
        this.files = files;
        this.findings = findings;
    }

    void check() throws IOException {
        checkDescriptor();
        checkRoot();
        checkFiles();
        checkAction();
        checkReferences();
    }

    private void checkDescriptor() {
        JsonNode descriptor = graph.get(MetadataFile.NAME);
        require(descriptor, "CreativeWork", MetadataFile.NAME);
        requireRef(descriptor, "conformsTo", Crate.SPECIFICATION);
        requireRef(descriptor, "about", RootDataset.ID);
    }

    private void checkRoot() {
        JsonNode root = graph.get(RootDataset.ID);
        require(root, "Dataset", RootDataset.ID, "name", "description", "datePublished");
        requireRef(root, "conformsTo", Crate.PROFILE);
        requireRef(root, "mentions", CrateBuilder.ACTION);
        if (CrateGraph.refs(root.path("license")).isEmpty()) {
            tell(RootDataset.ID, "has no license");
        }
    }

    private void checkFiles() throws IOException {
        List<String> parts = CrateGraph.refs(graph.get(RootDataset.ID).path("hasPart"));
        NavigableSet<String> described = new TreeSet<>(graph.idsOf(FileEntity.TYPE));
        for (String name : described) {
            if (!files.names().contains(name)) {
                tell(name, "is described, but not in the package");
            } else {
                checkSize(name);
            }
            if (!parts.contains(name)) {
                tell(name, "is described, but no part (hasPart) of the whole");
            }
        }
        for (String name : files.names()) {
            if (!described.contains(name) && !name.equals(MetadataFile.NAME)) {
                tell(name, "is in the package, but not described");
            }
        }
    }

    private void checkSize(String name) throws IOException {
        String size = graph.get(name).path("contentSize").asString("");
        if (!size.isEmpty() && !size.equals(Long.toString(files.size(name)))) {
            tell(name, "is described with %s bytes, but has %d".formatted(size, files.size(name)));
        }
    }

    private void checkAction() {
        List<String> actions = graph.idsOf("CreateAction");
        if (!actions.equals(List.of(CrateBuilder.ACTION))) {
            tell(CrateBuilder.ACTION, "is not the one CreateAction");
            return;
        }
        JsonNode action = graph.get(CrateBuilder.ACTION);
        require(action, "CreateAction", CrateBuilder.ACTION, "name", "endTime");
        if (!action.path("actionStatus").asString("").equals(CrateBuilder.COMPLETED)) {
            tell(CrateBuilder.ACTION, "its 'actionStatus' is not " + CrateBuilder.COMPLETED);
        }
        for (String property : List.of("object", "result")) {
            if (CrateGraph.refs(action.path(property)).isEmpty()) {
                tell(CrateBuilder.ACTION, "has no '%s'".formatted(property));
            }
        }
        for (String tool : CrateGraph.refs(action.path("instrument"))) {
            require(graph.get(tool), "SoftwareApplication", tool, "name", "softwareVersion");
        }
        if (CrateGraph.refs(action.path("instrument")).size() != 1) {
            tell(CrateBuilder.ACTION, "has not one 'instrument'");
        }
    }

    /** Whether all that is referred to in the crate is there, and all that is there is referred to. */
    private void checkReferences() {
        NavigableSet<String> referred = graph.referred();
        referred.stream()
                .filter(id -> !graph.has(id) && !isAddress(id))
                .forEach(id -> tell(id, "is referred to, but not described"));
        graph.ids().stream()
                .filter(id -> !referred.contains(id) && !id.equals(MetadataFile.NAME))
                .forEach(id -> tell(id, "is described, but nothing refers to it"));
    }

    /** Whether an id leads out of the crate, where it may be described elsewhere. */
    private static boolean isAddress(String id) {
        return id.startsWith("https://") || id.startsWith("http://");
    }

    private void require(JsonNode entity, String type, String id, String... texts) {
        if (!entity.path("@type").asString("").equals(type)) {
            tell(id, "is not described as %s".formatted(type));
            return;
        }
        for (String property : texts) {
            if (entity.path(property).asString("").isEmpty()) {
                tell(id, "has no '%s'".formatted(property));
            }
        }
    }

    private void requireRef(JsonNode entity, String property, String expected) {
        if (!CrateGraph.refs(entity.path(property)).contains(expected)) {
            tell(entity.path("@id").asString("?"), "its '%s' is not %s".formatted(property, expected));
        }
    }

    private void tell(String id, String what) {
        findings.report(Layout.CRATE, "%s %s".formatted(id, what));
    }
}

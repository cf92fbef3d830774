package org.tafsim.experiment.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tafsim.experiment.Build;
import org.tafsim.experiment.Hashes;
import org.tafsim.experiment.pack.archive.ArchiveLimits;
import org.tafsim.experiment.pack.archive.ArchiveWriter;

/** Packs the folder of a run or of a sweep. The same folder and choices give the same bytes. */
public final class PackageWriter {

    private final Build build;
    private final Optional<String> sbom;

    /**
     * A writer.
     *
     * @param build of this tafsim
     * @param sbom what it is made of, as CycloneDX has it; goes into packages of what this very build computed
     */
    public PackageWriter(Build build, Optional<String> sbom) {
        this.build = build;
        this.sbom = sbom;
    }

    /**
     * Packs.
     *
     * @param folder of a run or a sweep
     * @param target the zip; there complete or not at all
     * @throws IOException where the folder is not complete or was changed, or the zip cannot be written
     */
    public Packed write(Path folder, PackOptions options, Path target) throws IOException {
        Subject subject = Subjects.read(folder, options);
        List<String> notes = new ArrayList<>(subject.notes());
        SortedMap<String, Content> contents = contents(subject, options, String.valueOf(target.getFileName()), notes);
        Path parent = Optional.ofNullable(target.toAbsolutePath().getParent()).orElse(target);
        Files.createDirectories(parent);
        Path draft = Files.createTempFile(parent, ".pack-", ".tmp");
        try {
            writeZip(contents, draft);
            check(folder, draft);
            place(draft, target, options.replacesOther());
        } finally {
            Files.deleteIfExists(draft);
        }
        return new Packed(target, subject.id(), contents.size(), Files.size(target), notes);
    }

    private SortedMap<String, Content> contents(
            Subject subject, PackOptions options, String fileName, List<String> notes) throws IOException {
        SortedMap<String, Content> data = new TreeMap<>();
        for (Map.Entry<String, Path> file : subject.files().entrySet()) {
            data.put(file.getKey(), Content.of(file.getValue()));
        }
        if (!isBuilder(subject)) {
            notes.add("another build of tafsim computed this: its bill of materials is not at hand and stays out.");
        } else if (sbom.isEmpty()) {
            notes.add("this tafsim was built offline, without a bill of materials: it stays out.");
        } else {
            data.put(Layout.SBOM, Content.of(sbom.get()));
        }
        SortedMap<String, Content> tags = new TreeMap<>();
        tags.put(Layout.BAG, Content.of(Layout.BAG_TEXT));
        tags.put(Layout.README, Content.of(PackageTexts.readme(subject, options, fileName)));
        tags.put(Layout.LICENSE, Content.of(PackageTexts.resource(Layout.LICENSE)));
        tags.put(Layout.CITATION, Content.of(PackageTexts.citation(subject, options)));
        tags.put(Layout.MANIFEST, Content.of(HashList.text(hashes(data))));
        tags.put(
                Layout.CRATE,
                Content.of(new CrateBuilder(subject, options)
                        .build(sizes(data, tags))
                        .json()));
        tags.put(Layout.TAG_MANIFEST, Content.of(HashList.text(hashes(tags))));
        SortedMap<String, Content> all = new TreeMap<>(data);
        all.putAll(tags);
        return all;
    }

    private boolean isBuilder(Subject subject) {
        return subject.version().equals(build.version()) && subject.commit().equals(build.commit());
    }

    private static SortedMap<String, String> hashes(SortedMap<String, Content> contents) {
        SortedMap<String, String> hashes = new TreeMap<>();
        contents.forEach((name, content) -> hashes.put(name, content.sha256()));
        return hashes;
    }

    /** The second manifest is written after the crate, whose hash it holds. */
    private static SortedMap<String, OptionalLong> sizes(
            SortedMap<String, Content> data, SortedMap<String, Content> tags) {
        SortedMap<String, OptionalLong> sizes = new TreeMap<>();
        data.forEach((name, content) -> sizes.put(name, OptionalLong.of(content.bytes())));
        tags.forEach((name, content) -> sizes.put(name, OptionalLong.of(content.bytes())));
        sizes.put(Layout.TAG_MANIFEST, OptionalLong.empty());
        return sizes;
    }

    private static void writeZip(SortedMap<String, Content> contents, Path draft) throws IOException {
        try (OutputStream out = Files.newOutputStream(draft);
                ArchiveWriter zip = new ArchiveWriter(out, ArchiveLimits.PACKAGE)) {
            for (Map.Entry<String, Content> entry : contents.entrySet()) {
                try (InputStream in = entry.getValue().open()) {
                    zip.add(entry.getKey(), in);
                }
            }
        }
    }

    /** What is packed is checked as a stranger would: nobody gets a package that does not pass. */
    private static void check(Path folder, Path draft) throws IOException {
        CheckReport report = PackageCheck.check(draft);
        List<Finding> findings = report.findings();
        if (!findings.isEmpty()) {
            throw new IOException("%s cannot be packed: %s%s"
                    .formatted(
                            folder,
                            findings.get(0),
                            findings.size() > 1 ? " (and %d more)".formatted(findings.size() - 1) : ""));
        }
    }

    private static void place(Path draft, Path target, boolean replacesOther) throws IOException {
        if (Files.exists(target) && !replacesOther) {
            if (Files.isRegularFile(target) && Files.mismatch(draft, target) == -1) {
                return;
            }
            throw new IOException("%s exists and is another file. Choose another name, or --force.".formatted(target));
        }
        Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * What was packed.
     *
     * @param file the zip
     * @param id of the run or sweep
     * @param files in it
     * @param bytes its size
     * @param notes what whoever packs should know
     */
    public record Packed(Path file, String id, int files, long bytes, List<String> notes) {

        /** Copies. */
        public Packed {
            notes = List.copyOf(notes);
        }
    }

    /** Bytes of a file of the package, with their hash. */
    private record Content(Optional<Path> file, String text, long bytes, String sha256) {

        static Content of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Content(Optional.empty(), text, bytes.length, Hashes.sha256(bytes));
        }

        static Content of(Path file) throws IOException {
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Hashes.newSha256())) {
                long bytes = in.transferTo(OutputStream.nullOutputStream());
                String hash = HexFormat.of().formatHex(in.getMessageDigest().digest());
                return new Content(Optional.of(file), "", bytes, hash);
            }
        }

        InputStream open() throws IOException {
            return file.isPresent()
                    ? Files.newInputStream(file.get())
                    : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}

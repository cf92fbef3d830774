package org.tafsim.experiment.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files of a package that people read first. */
final class PackageTexts {

    private static final String MISSING_INPUTS = """

            Traces that are not in here are listed in `ro-crate-metadata.json` with their SHA-256; put them into a folder and add
            `--inputs FOLDER`.
            """;

    private PackageTexts() {}

    /** How to check the package and to run it again. */
    static String readme(Subject subject, PackOptions options, String fileName) {
        String inputs = subject.missing().isEmpty() ? "" : MISSING_INPUTS;
        return """
                # %s

                %s

                Run it again, and compare every number:

                    tafsim rerun %s

                Check it without running anything: `tafsim verify %s`, or unzip it and

                    sha256sum --check manifest-sha256.txt tagmanifest-sha256.txt
                %s
                `ro-crate-metadata.json` describes every file (RO-Crate 1.1, Process Run Crate 0.5); the folder is a BagIt bag, too.
                `environment.json` says what it ran on, `streams.json` where the random numbers come from, `data/sbom.json` what
                tafsim is made of.

                `LICENSE` is tafsim's own. The results are under %s.
                """.formatted(subject.title(), subject.description(), fileName, fileName, inputs, options.license());
    }

    /** How to cite the results, where somebody is named, else tafsim. */
    static String citation(Subject subject, PackOptions options) {
        if (options.author().isEmpty()) {
            return resource(Layout.CITATION);
        }
        return """
                cff-version: 1.2.0
                message: If you use these results, please cite them, and tafsim.
                type: dataset
                title: "%s"
                authors:
                  - name: %s
                date-released: "%s"
                license: %s
                references:
                  - type: software
                    title: "tafsim: a discrete-event simulator of telco AI factories"
                    version: "%s"
                    authors:
                      - name: The tafsim maintainers
                """.formatted(
                        subject.title(),
                        quoted(options.author().get()),
                        subject.ended().toString().substring(0, 10),
                        options.license(),
                        subject.version());
    }

    private static String quoted(String text) {
        return "'" + text.replaceAll("\\p{Cntrl}", " ").replace("'", "''") + "'";
    }

    /** A file of the project that every package carries. */
    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PackageTexts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

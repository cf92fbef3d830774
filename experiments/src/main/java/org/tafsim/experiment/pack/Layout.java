package org.tafsim.experiment.pack;

import java.util.List;

/** Where things are in a package. */
final class Layout {

    static final String BAG = "bagit.txt";
    static final String BAG_TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /** Hashes of all that lies below {@link #DATA}. */
    static final String MANIFEST = "manifest-sha256.txt";

    /** Hashes of all else, but itself. */
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    static final String CRATE = "ro-crate-metadata.json";
    static final String README = "README.md";
    static final String LICENSE = "LICENSE";
    static final String CITATION = "CITATION.cff";

    static final String DATA = "data/";
    static final String RUN = DATA + "run/";
    static final String SWEEP = DATA + "sweep/";
    static final String SBOM = DATA + "sbom.json";

    /** What every package has. */
    static final List<String> REQUIRED = List.of(BAG, MANIFEST, TAG_MANIFEST, CRATE, README, LICENSE, CITATION);

    private Layout() {}
}

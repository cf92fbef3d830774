package org.tafsim.experiment.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.tafsim.experiment.Hashes;

/** Whether a package is a BagIt bag (RFC 8493) whose files have the hashes that its manifests list, and no others. */
final class BagCheck {

    private final FileSet files;
    private final Findings findings;
    private final SortedMap<String, String> hashes = new TreeMap<>();

    BagCheck(FileSet files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    /** Reads every file once. @return their hashes by name */
    SortedMap<String, String> check() {
        files.names().forEach(name -> findings.attempt(name, () -> hashes.put(name, hash(name)) == null));
        Layout.REQUIRED.stream()
                .filter(name -> !files.names().contains(name))
                .forEach(name -> findings.report(name, "is missing"));
        if (hashes.containsKey(Layout.BAG)) {
            findings.attempt(Layout.BAG, this::checkDeclaration);
        }
        checkManifest(Layout.MANIFEST, name -> name.startsWith(Layout.DATA));
        checkManifest(Layout.TAG_MANIFEST, name -> !name.startsWith(Layout.DATA) && !name.equals(Layout.TAG_MANIFEST));
        return hashes;
    }

    private String hash(String name) throws IOException {
        try (DigestInputStream in = new DigestInputStream(files.open(name), Hashes.newSha256())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    private boolean checkDeclaration() throws IOException {
        if (!files.text(Layout.BAG).equals(Layout.BAG_TEXT)) {
            throw new IOException("does not declare a bag of BagIt 1.0 in UTF-8");
        }
        return true;
    }

    private void checkManifest(String manifest, Predicate<String> isIts) {
        if (!hashes.containsKey(manifest)) {
            return;
        }
        findings.attempt(manifest, () -> HashList.parse(files.text(manifest))).ifPresent(listed -> {
            listed.forEach((name, hash) -> checkLine(manifest, name, hash, isIts.test(name)));
            files.names().stream()
                    .filter(isIts)
                    .filter(name -> !listed.containsKey(name))
                    .forEach(name -> findings.report(name, "is not listed in " + manifest));
        });
    }

    private void checkLine(String manifest, String name, String hash, boolean isIts) {
        String found = hashes.get(name);
        if (!isIts) {
            findings.report(manifest, "lists %s, which has no place there".formatted(name));
        } else if (!files.names().contains(name)) {
            findings.report(name, "is missing, though %s lists it".formatted(manifest));
        } else if (found != null && !found.equals(hash)) {
            findings.report(
                    name, "its SHA-256 is not the one in %s: the file or that line was changed".formatted(manifest));
        }
    }
}

package org.tafsim.experiment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Place of the results of one run. It is there complete or not at all: a {@link RunDraft} beside it gathers the files and
 * takes its name in the end. What tafsim did not write is never overwritten.
 */
public final class RunFolder {

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /** The folder named by the id in a parent such as {@code results/runs}. */
    public static RunFolder in(Path parent, RunId id) throws IOException {
        return at(parent.resolve(id.value()));
    }

    /** This folder itself, which may be missing, empty, or an earlier run. */
    public static RunFolder at(Path folder) throws IOException {
        Path path = Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
        if (path.getFileName() == null) {
            throw new IOException("%s cannot be a run's folder. Name one below it.".formatted(folder));
        }
        return new RunFolder(path);
    }

    /** Absolute. */
    public Path path() {
        return path;
    }

    /**
     * Writes a file that is made of the others of a complete run, in place of an earlier one; the manifest, where there is one,
     * gets its hash.
     *
     * @param name without folders
     */
    public void put(String name, byte[] bytes) throws IOException {
        NewFiles.write(path.resolve(name), bytes);
        Path manifest = path.resolve(Manifest.FILE);
        if (Files.isRegularFile(manifest)) {
            SortedMap<String, String> hashes = Manifest.read(manifest);
            hashes.put(name, Hashes.sha256(bytes));
            NewFiles.write(manifest, Manifest.text(hashes).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Starts gathering files.
     *
     * @throws IOException where the folder holds something that no run wrote, or cannot be written
     */
    public RunDraft begin(RunInfo info, Host host) throws IOException {
        return begin(info, host, FileOpener.FORCED);
    }

    RunDraft begin(RunInfo info, Host host, FileOpener opener) throws IOException {
        checkReplaceable();
        Path draft = createDraft();
        try {
            return RunDraft.begin(this, draft, info, host, opener);
        } catch (IOException e) {
            FileTrees.delete(draft, e);
            throw e;
        }
    }

    private Path createDraft() throws IOException {
        try {
            Files.createDirectories(parent());
            for (int attempt = 1; ; attempt++) {
                Path draft = hidden("tmp", attempt);
                if (!Files.exists(draft, LinkOption.NOFOLLOW_LINKS)) {
                    return Files.createDirectory(draft);
                }
            }
        } catch (IOException e) {
            throw NamedOutput.cannotWrite(path, e);
        }
    }

    /** A sibling that no reader takes for a run: it starts with a dot. */
    private Path hidden(String kind, int attempt) {
        long process = ProcessHandle.current().pid();
        return parent().resolve(".%s.%s-%s-%s".formatted(path.getFileName(), kind, process, attempt));
    }

    private Path parent() {
        return Objects.requireNonNull(path.getParent(), "a path with a name has a parent once it is absolute");
    }

    /** Gives a complete draft the name of this folder; an earlier run there gives way in one piece. */
    void replaceBy(Path draft) throws IOException {
        checkReplaceable();
        if (!Files.exists(path)) {
            Files.move(draft, path);
            return;
        }
        Path old = freeName();
        Files.move(path, old);
        try {
            Files.move(draft, path);
        } catch (IOException e) {
            Files.move(old, path);
            throw e;
        }
        FileTrees.delete(old);
    }

    private Path freeName() {
        int attempt = 1;
        while (Files.exists(hidden("old", attempt), LinkOption.NOFOLLOW_LINKS)) {
            attempt++;
        }
        return hidden("old", attempt);
    }

    private void checkReplaceable() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new IOException("%s is a file, not a folder. Choose another place for the run.".formatted(path));
        }
        if (isEmpty()) {
            return;
        }
        RunFormat.check(path);
        Optional<String> foreign = Manifest.findForeign(path);
        if (foreign.isPresent()) {
            throw new IOException("%s holds %s, which no run wrote. Move it away or choose another folder."
                    .formatted(path, foreign.get()));
        }
    }

    private boolean isEmpty() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }
}

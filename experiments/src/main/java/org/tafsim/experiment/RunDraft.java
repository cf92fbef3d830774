package org.tafsim.experiment;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.tafsim.scenario.trace.FileHash;

/**
 * A run's folder in the making, under a name that no reader takes for a run. {@link #publish} gives it its name;
 * {@link #close} without that removes it. Files may be written from several threads.
 */
public final class RunDraft implements Closeable {

    private final RunFolder target;
    private final Path folder;
    private final RunInfo info;
    private final Host host;
    private final FileOpener opener;
    private final Instant started;
    private final SortedMap<String, String> hashes = new ConcurrentSkipListMap<>();
    private boolean isAtEnd;
    private boolean isOver;

    private RunDraft(RunFolder target, Path folder, RunInfo info, Host host, FileOpener opener) {
        this.target = target;
        this.folder = folder;
        this.info = info;
        this.host = host;
        this.opener = opener;
        started = host.clock().instant();
    }

    static RunDraft begin(RunFolder target, Path folder, RunInfo info, Host host, FileOpener opener)
            throws IOException {
        RunDraft draft = new RunDraft(target, folder, info, host, opener);
        draft.write(RunFormat.FILE, RunFormat.running(info, host, draft.started));
        return draft;
    }

    /** What the run is. */
    public RunInfo info() {
        return info;
    }

    /** Where the files are until they are published; remove nothing there. */
    public Path folder() {
        return folder;
    }

    /**
     * Opens a file of the run, to be closed by the caller; it counts as written, and enters the manifest, once closed.
     *
     * @param path below the folder, with forward slashes, e.g. {@code figures/latency.svg}
     */
    public OutputStream create(String path) throws IOException {
        return new NamedOutput(place(path), opener, hash -> hashes.put(path, hash));
    }

    /** Opens a file that is gone before the run is published. */
    public OutputStream createTemporary(String path) throws IOException {
        return new NamedOutput(place(path), opener, hash -> {});
    }

    /**
     * Where a file of the run is to lie, for what writes by path alone; {@link #adopt} makes it count, and who leaves it out
     * deletes it.
     *
     * @param path below the folder, with forward slashes
     */
    public Path place(String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        Path parent = file.getParent();
        if (parent == null || !file.startsWith(folder) || file.equals(folder)) {
            throw new IllegalArgumentException("The file %s would lie outside the run's folder.".formatted(path));
        }
        if (!parent.equals(folder)) {
            Files.createDirectories(parent);
        }
        return file;
    }

    /** Takes in a complete file that lies at its {@link #place}: it is forced to the disk and enters the manifest. */
    public void adopt(String path) throws IOException {
        Path file = place(path);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
            hashes.put(path, FileHash.sha256(file));
        } catch (IOException e) {
            throw NamedOutput.cannotWrite(file, e);
        }
    }

    /**
     * Writes a hidden file that concerns this machine only: it goes with the folder, but is no result and in no manifest.
     *
     * @param name with a dot at its start
     */
    void writePrivate(String name, String text) throws IOException {
        try (OutputStream file = createTemporary(name)) {
            file.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes a whole file. */
    public void write(String path, byte[] bytes) throws IOException {
        try (OutputStream file = create(path)) {
            file.write(bytes);
        }
    }

    /** Writes a whole file in UTF-8. */
    public void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Notes that the run is at its end, in {@code run.json}: what is written after that is made of its files alone, and does not
     * count as its time.
     */
    public synchronized void end() throws IOException {
        requireOpen();
        isAtEnd = true;
        write(
                RunFormat.FILE,
                RunFormat.complete(
                        info,
                        host,
                        started,
                        host.clock().instant(),
                        host.cpuNanos().getAsLong()));
    }

    private void requireOpen() {
        if (isOver) {
            throw new IllegalStateException("The run %s is published or removed.".formatted(target.path()));
        }
    }

    /**
     * Completes the run: its {@link #end} where it was not told, the manifest, then the folder's own name, in one piece.
     *
     * @return the folder, absolute
     */
    public synchronized Path publish() throws IOException {
        requireOpen();
        if (!isAtEnd) {
            end();
        }
        write(Manifest.FILE, Manifest.text(hashes));
        try {
            target.replaceBy(folder);
        } catch (FileSystemException e) {
            throw NamedOutput.cannotWrite(target.path(), e);
        }
        isOver = true;
        return target.path();
    }

    /** Removes what was not published. */
    @Override
    public synchronized void close() throws IOException {
        if (!isOver) {
            isOver = true;
            FileTrees.delete(folder);
        }
    }
}

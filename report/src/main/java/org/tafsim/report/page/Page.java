package org.tafsim.report.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The report of a run or a sweep: one file that needs no other and no network. */
public final class Page {

    /** Its name in a folder. */
    public static final String FILE = "report.html";

    private final Path folder;

    private Page(Path folder) {
        this.folder = folder;
    }

    /**
     * Of a folder, as far as its files are there.
     *
     * @throws IOException where it is no run and no sweep
     */
    public static Page of(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("%s is not a folder. Name that of a run or of a sweep.".formatted(folder));
        }
        Page page = new Page(folder);
        if (!page.has(RunReading.ABOUT) && !page.has(SweepReading.ABOUT)) {
            throw new IOException("%s is not the folder of a run or of a sweep: it has neither %s nor %s."
                    .formatted(folder, RunReading.ABOUT, SweepReading.ABOUT));
        }
        return page;
    }

    private boolean has(String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    /** The page in UTF-8. The same files give the same bytes. */
    public byte[] bytes() {
        return PageText.of(data()).getBytes(StandardCharsets.UTF_8);
    }

    PageData data() {
        FolderFiles files = new FolderFiles(folder, new Notices());
        return has(RunReading.ABOUT) ? new RunReading(files).read() : new SweepReading(files).read();
    }
}

package org.tafsim.cli.serve;

import java.io.IOException;
import java.nio.file.Path;
import org.tafsim.report.serve.ReportMaker;

/** Reports of folders that have none. */
final class FolderReport implements ReportMaker {

    @Override
    public String make(Path folder) throws IOException {
        throw new IOException("%s has no report.html.".formatted(folder));
    }
}

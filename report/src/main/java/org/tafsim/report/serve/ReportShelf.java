package org.tafsim.report.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tafsim.report.page.Page;
import org.tafsim.store.ResultFolder;

/** Reports: the one in the folder, else one made now and kept as long as few others are asked for. */
final class ReportShelf {

    /** A report may come from elsewhere with its run: it may run scripts, but is a stranger to the dashboard. */
    private static final String STRANGER =
            "sandbox allow-scripts allow-downloads allow-modals allow-popups; default-src 'none'; "
                    + "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; "
                    + "form-action 'none'; frame-ancestors 'none'";

    private static final int KEPT = 4;

    private final Map<String, byte[]> kept = new LinkedHashMap<>();

    Reply get(ResultFolder folder) throws IOException {
        Path file = folder.path().resolve(Page.FILE);
        boolean isThere = Files.isRegularFile(file)
                && file.toRealPath().startsWith(folder.path().toRealPath());
        Reply reply = isThere ? Reply.file(file, Reply.HTML) : Reply.of(200, Reply.HTML, made(folder));
        return reply.with("Content-Security-Policy", STRANGER);
    }

    /** One at a time: it takes a second and some memory. */
    private synchronized byte[] made(ResultFolder folder) throws IOException {
        String name = folder.path() + "|" + age(folder);
        byte[] report = kept.remove(name);
        if (report == null) {
            report = Page.of(folder.path()).bytes();
        }
        kept.put(name, report);
        if (kept.size() > KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
        return report;
    }

    /** Changes with what the report would show. */
    private static String age(ResultFolder folder) throws IOException {
        StringBuilder age = new StringBuilder();
        for (String name : List.of("run.json", "sweep.json", "summary.csv", "tasks")) {
            Path file = folder.path().resolve(name);
            age.append(Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(0))
                    .append(' ');
        }
        return age.toString();
    }
}

package org.tafsim.report.serve;

import java.io.IOException;
import java.nio.file.Path;

/** Makes the report of a run or sweep from its folder. */
@FunctionalInterface
public interface ReportMaker {

    /** One HTML page, which needs no other file. */
    String make(Path folder) throws IOException;
}

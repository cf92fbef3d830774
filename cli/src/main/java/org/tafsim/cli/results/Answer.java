package org.tafsim.cli.results;

import org.tafsim.store.RowSink;

/** An answer on its way to people or programs. */
interface Answer extends RowSink {

    /** All rows have come. */
    void end();
}

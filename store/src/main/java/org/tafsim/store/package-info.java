/** Requests and series as Parquet files, and SQL over result folders, by DuckDB. */
@NullMarked
package org.tafsim.store;

import org.jspecify.annotations.NullMarked;

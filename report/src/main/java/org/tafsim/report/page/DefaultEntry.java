package org.tafsim.report.page;

/**
 * What a scenario's file left open.
 *
 * @param key path of it, e.g. {@code apps[].sector}
 * @param value that it has
 * @param source where that comes from, and what the key means
 */
record DefaultEntry(String key, String value, String source) {}

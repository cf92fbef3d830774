package org.tafsim.report.page;

/**
 * What readers of a report should know of its making.
 *
 * @param level {@code warning} where something is not as it should be, {@code info} where something was left out to save room
 * @param text a sentence
 */
record Notice(String level, String text) {

    static Notice warning(String text) {
        return new Notice("warning", text);
    }

    static Notice info(String text) {
        return new Notice("info", text);
    }
}

package org.tafsim.report.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects notices; what is said twice is said once. */
final class Notices {

    private final Set<Notice> notices = new LinkedHashSet<>();

    void warn(String text) {
        notices.add(Notice.warning(text));
    }

    void inform(String text) {
        notices.add(Notice.info(text));
    }

    List<Notice> list() {
        return List.copyOf(notices);
    }
}

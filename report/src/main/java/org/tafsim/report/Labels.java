package org.tafsim.report;

import java.util.Locale;

/** Names of the model as people write them. */
final class Labels {

    private static final int LONGEST = 22;

    private Labels() {}

    /** A name that leaves room for the picture beside it. */
    static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** The last key of a path with what it belongs to: {@code apps[id=chat].arrivals.rate} becomes {@code chat rate}. */
    static String lastOf(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        int owner = path.indexOf("[id=");
        return owner < 0 ? last : path.substring(owner + "[id=".length(), path.indexOf(']', owner)) + " " + last;
    }

    /** {@code S5_PROCESSING} becomes {@code S5 processing}; other ids stay as they are. */
    static String ofScope(String id) {
        int underscore = id.indexOf('_');
        boolean isStage = underscore > 0 && id.substring(0, underscore).matches("S\\d+");
        return isStage
                ? id.substring(0, underscore)
                        + id.substring(underscore).replace('_', ' ').toLowerCase(Locale.ROOT)
                : id;
    }
}

package org.tafsim.report.table;

import java.util.Locale;
import org.tafsim.experiment.plan.Point;

/** Names of the model as people write them. */
public final class Labels {

    private static final int LONGEST = 22;
    private static final int WIDEST_POINT = 36;

    private Labels() {}

    /** A name that leaves room for the picture beside it. */
    public static String shortened(String name) {
        return shortened(name, LONGEST);
    }

    /** The last key of a path with what it belongs to: {@code apps[id=chat].arrivals.rate} becomes {@code chat rate}. */
    public static String lastOf(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        int owner = path.indexOf("[id=");
        return owner < 0 ? last : path.substring(owner + "[id=".length(), path.indexOf(']', owner)) + " " + last;
    }

    /** A point in a table: its name, or its values. */
    public static String ofPoint(Point point) {
        return shortened(point.label(), WIDEST_POINT);
    }

    private static String shortened(String text, int longest) {
        int length = text.codePointCount(0, text.length());
        return length <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }

    /** {@code S5_PROCESSING} becomes {@code S5 processing}; other ids stay as they are. */
    public static String ofScope(String id) {
        int underscore = id.indexOf('_');
        boolean isStage = underscore > 0 && id.substring(0, underscore).matches("S\\d+");
        return isStage
                ? id.substring(0, underscore)
                        + id.substring(underscore).replace('_', ' ').toLowerCase(Locale.ROOT)
                : id;
    }
}

package org.tafsim.scenario.trace;

import java.util.List;

/**
 * Fields of a line, read with complaints that say in which column of the file they stand.
 *
 * @param fields as they were, without quotes
 */
record Row(List<String> fields) {
    private static final int LONGEST_NUMBER = 40;

    /** Refuses a line of another number of fields. */
    void requireSize(int least, int most, String expected) throws BadLine {
        if (fields.size() < least || fields.size() > most) {
            throw new BadLine(
                    "has %d columns; expected %s. Maybe the line is cut off.".formatted(fields.size(), expected));
        }
    }

    String text(int field) {
        return fields.get(field);
    }

    /** A complaint about a field. */
    BadLine wrong(int field, String message) {
        int column = 1;
        for (String before : fields.subList(0, field)) {
            column += before.length() + 1;
        }
        return new BadLine(column, message);
    }

    /** A finite number, at least 0. */
    double number(int field, String what) throws BadLine {
        String text = fields.get(field);
        try {
            double value = text.length() > LONGEST_NUMBER ? Double.NaN : Double.parseDouble(text);
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as numbers out of range are
        }
        throw wrong(field, "\"%s\" is not %s; expected a number, at least 0.".formatted(text, what));
    }

    /** A whole number in a range. */
    long whole(int field, String what, long least, long most) throws BadLine {
        String text = fields.get(field);
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, as numbers out of range are
        }
        throw wrong(
                field, "\"%s\" is not %s; expected a whole number from %d to %d.".formatted(text, what, least, most));
    }
}

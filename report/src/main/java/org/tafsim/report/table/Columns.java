package org.tafsim.report.table;

/** How many columns of a terminal a text takes: East Asian characters and pictures take two, marks on others none. */
public final class Columns {

    /** First and last of the ranges of wide characters, as Unicode's East Asian Width has them in whole blocks. */
    private static final int[] WIDE = {
        0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F,
        0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1FAFF, 0x20000, 0x3FFFD
    };

    private Columns() {}

    /** Columns of a text without line feeds and escapes. */
    public static int of(CharSequence text) {
        return text.codePoints().map(Columns::ofCharacter).sum();
    }

    private static int ofCharacter(int character) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(character) ? 2 : 1;
    }

    private static boolean isWide(int character) {
        for (int i = 0; i < WIDE.length; i += 2) {
            if (character >= WIDE[i] && character <= WIDE[i + 1]) {
                return true;
            }
        }
        return false;
    }
}

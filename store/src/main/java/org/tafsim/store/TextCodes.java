package org.tafsim.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers for texts that come again and again, from 1 in the order of their coming: cheap to append. */
final class TextCodes {

    private final Map<String, Integer> codes = new LinkedHashMap<>();

    int of(String text) {
        Integer code = codes.get(text);
        if (code == null) {
            code = codes.size() + 1;
            codes.put(text, code);
        }
        return code;
    }

    /** Expression for the text of a column of codes. */
    String decode(String column) {
        return codes.keySet().stream()
                .map(DuckDb::literal)
                .collect(Collectors.joining(", ", "(CAST([", "] AS VARCHAR[]))[" + column + "]"));
    }
}

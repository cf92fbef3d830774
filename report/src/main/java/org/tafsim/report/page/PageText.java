package org.tafsim.report.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Puts data into the template. Nothing of a scenario can leave its place: names are data, and data has no angle brackets. */
final class PageText {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)\\}\\}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private PageText() {}

    static String of(PageData data) {
        List<String> parts = PageParts.names();
        Map<String, String> values = Map.of(
                "title", escaped(data.title()),
                "style",
                        parts.stream()
                                .filter(part -> part.endsWith(".css"))
                                .map(PageParts::text)
                                .collect(Collectors.joining("\n")),
                "scripts",
                        parts.stream()
                                .filter(part -> part.endsWith(".js"))
                                .map(part -> "<script>\n" + PageParts.text(part) + "\n</script>\n")
                                .collect(Collectors.joining()),
                "noscript", escaped(PlainTable.of(data)),
                "data", json(data));
        return filled(PageParts.text("page.html"), values);
    }

    /** Places of the template; what looks like one in a value is none. */
    private static String filled(String template, Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(template);
        int end = 0;
        while (place.find()) {
            text.append(template.substring(end, place.start())).append(values.getOrDefault(place.group(1), ""));
            end = place.end();
        }
        return text.append(template.substring(end)).toString();
    }

    /** JSON that a script element can hold: outside of strings none of these characters occurs. */
    static String json(PageData data) {
        return JSON.writeValueAsString(data)
                .replace("<", unicode('<'))
                .replace(">", unicode('>'))
                .replace("&", unicode('&'))
                .replace("\u2028", unicode('\u2028'))
                .replace("\u2029", unicode('\u2029'));
    }

    private static String unicode(char character) {
        return String.format(Locale.ROOT, "\\u%04x", (int) character);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

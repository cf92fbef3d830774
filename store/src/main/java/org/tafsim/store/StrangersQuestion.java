package org.tafsim.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Table functions of a question: some read files, or write them, whatever else is forbidden; a few do neither. */
final class StrangersQuestion {

    private static final Set<String> HARMLESS = Set.of("range", "generate_series", "unnest");

    private StrangersQuestion() {}

    static void check(DuckDBConnection database, String sql) throws SQLException {
        try (PreparedStatement statement =
                database.prepareStatement("SELECT CAST(json_serialize_sql(CAST(? AS VARCHAR)) AS VARCHAR)")) {
            statement.setString(1, sql);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                check(JsonMapper.shared().readTree(result.getString(1)));
            }
        }
    }

    private static void check(JsonNode part) {
        if (part.path("type").asString("").equals("TABLE_FUNCTION")) {
            String name =
                    part.path("function").path("function_name").asString("").toLowerCase(Locale.ROOT);
            if (!HARMLESS.contains(name)) {
                throw new ResultStoreException(
                        "%s() may not be called here: a question reads the views, and no files.".formatted(name));
            }
        }
        part.forEach(StrangersQuestion::check);
    }
}

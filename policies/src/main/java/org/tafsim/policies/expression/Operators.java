package org.tafsim.policies.expression;

import java.util.List;
import java.util.Optional;
import org.tafsim.policies.expression.Expression.Logical;
import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policies.expression.Expression.Textual;

/** What the symbols of an expression do. */
final class Operators {

    private Operators() {}

    static Numeric arithmetic(String symbol, Numeric left, Numeric right) {
        return switch (symbol) {
            case "+" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) + right.value(request, view, candidate);
            case "-" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) - right.value(request, view, candidate);
            case "*" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) * right.value(request, view, candidate);
            case "/" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) / right.value(request, view, candidate);
            default -> throw new IllegalStateException("The parser let %s pass.".formatted(symbol));
        };
    }

    static Logical compare(String symbol, Numeric left, Numeric right) {
        return switch (symbol) {
            case "=", "==" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) == right.value(request, view, candidate);
            case "!=" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) != right.value(request, view, candidate);
            case "<" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) < right.value(request, view, candidate);
            case "<=" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) <= right.value(request, view, candidate);
            case ">" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) > right.value(request, view, candidate);
            case ">=" ->
                (request, view, candidate) ->
                        left.value(request, view, candidate) >= right.value(request, view, candidate);
            default -> throw new IllegalStateException("The parser let %s pass.".formatted(symbol));
        };
    }

    static Logical sameWord(Textual left, Textual right) {
        Expression.WordReader first = left.reader();
        Expression.WordReader second = right.reader();
        return (request, view, candidate) ->
                first.word(request, view, candidate).equals(second.word(request, view, candidate));
    }

    /** The function of this name and number of arguments. */
    static Optional<Numeric> function(String name, List<Numeric> arguments) {
        Numeric first = arguments.get(0);
        if (name.equals("abs") && arguments.size() == 1) {
            return Optional.of((request, view, candidate) -> Math.abs(first.value(request, view, candidate)));
        }
        if (arguments.size() != 2) {
            return Optional.empty();
        }
        Numeric second = arguments.get(1);
        return switch (name) {
            case "min" ->
                Optional.of((request, view, candidate) ->
                        Math.min(first.value(request, view, candidate), second.value(request, view, candidate)));
            case "max" ->
                Optional.of((request, view, candidate) ->
                        Math.max(first.value(request, view, candidate), second.value(request, view, candidate)));
            default -> Optional.empty();
        };
    }
}

package org.tafsim.policies.expression;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.policies.Spelling;
import org.tafsim.policies.expression.Expression.Logical;
import org.tafsim.policies.expression.Expression.Numeric;
import org.tafsim.policies.expression.Expression.Textual;

/**
 * Parses expressions by recursive descent. There are no loops, no variables and no functions beyond {@code min}, {@code max}
 * and {@code abs}, so that every expression ends and costs little.
 *
 * <pre>
 * expression = and { "|" and }                     loosest
 * and        = not { "&amp;" not }
 * not        = "!" not | comparison
 * comparison = sum [ ( "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) sum ]
 * sum        = product { ( "+" | "-" ) product }
 * product    = unary { ( "*" | "/" ) unary }
 * unary      = "-" unary | primary
 * primary    = number | "word" | ATTRIBUTE | function "(" expression { "," expression } ")" | "(" expression ")"
 * </pre>
 *
 * <p>{@code ==}, {@code &&} and {@code ||} may be written for {@code =}, {@code &} and {@code |}.
 */
public final class ExpressionParser {

    /** Deeper nesting is refused, before the stack is at an end. */
    private static final int MAX_DEPTH = 50;

    private final Tokens tokens;
    private int depth;

    private ExpressionParser(String text) {
        tokens = new Tokens(text);
    }

    /**
     * Parses a number such as {@code -RTT_MS - 10 * WAITING}.
     *
     * @throws IllegalArgumentException where it is none; the message gives the character, from 1
     */
    public static Numeric number(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        return parser.asNumber(parser.tokens.peek(), parser.whole());
    }

    /**
     * Parses a condition such as {@code TIER = "cloud" & KV_FREE > 0.1}.
     *
     * @throws IllegalArgumentException where it is none; the message gives the character, from 1
     */
    public static Logical condition(String text) {
        ExpressionParser parser = new ExpressionParser(text);
        return parser.asCondition(parser.tokens.peek(), parser.whole());
    }

    private Expression whole() {
        Expression parsed = expression();
        Token rest = tokens.peek();
        if (rest.kind() != Token.Kind.END) {
            throw tokens.refusal(rest, "expected an operator or the end, found %s.".formatted(rest.shown()));
        }
        return parsed;
    }

    private Expression expression() {
        Token start = tokens.peek();
        Expression left = and();
        while (tokens.takeIf("|", "||")) {
            Logical first = asCondition(start, left);
            Logical second = asCondition(tokens.peek(), and());
            left = (Logical) (request, view, candidate) ->
                    first.holds(request, view, candidate) || second.holds(request, view, candidate);
        }
        return left;
    }

    private Expression and() {
        Token start = tokens.peek();
        Expression left = not();
        while (tokens.takeIf("&", "&&")) {
            Logical first = asCondition(start, left);
            Logical second = asCondition(tokens.peek(), not());
            left = (Logical) (request, view, candidate) ->
                    first.holds(request, view, candidate) && second.holds(request, view, candidate);
        }
        return left;
    }

    private Expression not() {
        if (!tokens.takeIf("!")) {
            return comparison();
        }
        enter();
        Logical inner = asCondition(tokens.peek(), not());
        depth--;
        return (Logical) (request, view, candidate) -> !inner.holds(request, view, candidate);
    }

    private Expression comparison() {
        Token start = tokens.peek();
        Expression left = sum();
        Token operator = tokens.peek();
        if (!tokens.takeIf("=", "==", "!=", "<", "<=", ">", ">=")) {
            return left;
        }
        Token second = tokens.peek();
        Expression right = sum();
        if (left instanceof Textual word && right instanceof Textual other) {
            return compareWords(operator, start, word, second, other);
        }
        return Operators.compare(operator.text(), asNumber(start, left), asNumber(second, right));
    }

    private Logical compareWords(Token operator, Token leftAt, Textual left, Token rightAt, Textual right) {
        checkVocabulary(leftAt, left, right);
        checkVocabulary(rightAt, right, left);
        return switch (operator.text()) {
            case "=", "==" -> Operators.sameWord(left, right);
            case "!=" -> {
                Logical same = Operators.sameWord(left, right);
                yield (request, view, candidate) -> !same.holds(request, view, candidate);
            }
            default -> throw tokens.refusal(operator, "words can be compared with = and != only.");
        };
    }

    /** A written word must be one that the other side can ever be. */
    private void checkVocabulary(Token at, Textual word, Textual other) {
        List<String> known = other.vocabulary();
        if (word.constant().isPresent() && !known.isEmpty() && !known.contains(at.text())) {
            throw tokens.refusal(
                    at,
                    "expected one of %s, found %s.".formatted(String.join(", ", known), at.shown())
                            + Spelling.maybe(at.text(), known));
        }
    }

    private Expression sum() {
        Token start = tokens.peek();
        Expression left = product();
        for (Token operator = tokens.peek(); tokens.takeIf("+", "-"); operator = tokens.peek()) {
            Numeric first = asNumber(start, left);
            left = Operators.arithmetic(operator.text(), first, asNumber(tokens.peek(), product()));
        }
        return left;
    }

    private Expression product() {
        Token start = tokens.peek();
        Expression left = unary();
        for (Token operator = tokens.peek(); tokens.takeIf("*", "/"); operator = tokens.peek()) {
            Numeric first = asNumber(start, left);
            left = Operators.arithmetic(operator.text(), first, asNumber(tokens.peek(), unary()));
        }
        return left;
    }

    private Expression unary() {
        if (!tokens.takeIf("-")) {
            return primary();
        }
        enter();
        Numeric inner = asNumber(tokens.peek(), unary());
        depth--;
        return (Numeric) (request, view, candidate) -> -inner.value(request, view, candidate);
    }

    private Expression primary() {
        Token token = tokens.take();
        if (token.is("(")) {
            return inParentheses();
        }
        return switch (token.kind()) {
            case NUMBER -> {
                double value = Double.parseDouble(token.text());
                yield (Numeric) (request, view, candidate) -> value;
            }
            case QUOTED -> Textual.constant(token.text());
            case NAME -> tokens.takeIf("(") ? function(token) : attribute(token);
            default ->
                throw tokens.refusal(
                        token,
                        "expected a number, an attribute, a word in quotes or (, found %s.".formatted(token.shown()));
        };
    }

    private Expression inParentheses() {
        enter();
        Expression inner = expression();
        tokens.expect(")");
        depth--;
        return inner;
    }

    private Expression attribute(Token name) {
        Expression attribute = Attributes.byName().get(name.text());
        if (attribute == null) {
            throw tokens.refusal(
                    name,
                    "there is no attribute %s.".formatted(name.text())
                            + Spelling.maybe(name.text(), Attributes.names()));
        }
        return attribute;
    }

    private Numeric function(Token name) {
        enter();
        List<Numeric> arguments = new ArrayList<>();
        do {
            arguments.add(asNumber(tokens.peek(), expression()));
        } while (tokens.takeIf(","));
        tokens.expect(")");
        depth--;
        return Operators.function(name.text(), arguments)
                .orElseThrow(() -> tokens.refusal(
                        name,
                        "expected min(a, b), max(a, b) or abs(a), found %s with %d argument(s)."
                                .formatted(name.text(), arguments.size())));
    }

    private Numeric asNumber(Token at, Expression expression) {
        if (expression instanceof Numeric number) {
            return number;
        }
        throw tokens.refusal(at, "expected a number, found %s.".formatted(expression.noun()));
    }

    private Logical asCondition(Token at, Expression expression) {
        if (expression instanceof Logical condition) {
            return condition;
        }
        throw tokens.refusal(at, "expected a condition, found %s.".formatted(expression.noun()));
    }

    private void enter() {
        depth++;
        if (depth > MAX_DEPTH) {
            throw tokens.refusal(tokens.peek(), "nested more than %d deep.".formatted(MAX_DEPTH));
        }
    }
}

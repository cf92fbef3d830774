package org.tafsim.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who owns whom: a graph of holdings without circles. A holder is another operator, or a country where it is not modelled
 * itself; holders of one country count as one.
 */
public final class Ownership {
    private static final double MAJORITY = 0.5;
    private static final double DECIMALS = 1e9;

    private final Map<String, Operator> operators = new LinkedHashMap<>();
    private final Map<String, Stakes> stakes = new LinkedHashMap<>();

    /**
     * Where the holders of an operator are in the end, through all that they own.
     *
     * @param byCountry share of each
     * @param rest share of which nobody says who holds it
     */
    private record Stakes(Map<String, Double> byCountry, double rest) {

        static Stakes of(String country) {
            return new Stakes(Map.of(country, 1.0), 0);
        }
    }

    /**
     * Shares held from outside some countries. What nobody says could be anybody's: both lie between the figure and the figure
     * plus {@code rest}.
     *
     * @param largest of one holder, in [0, 1]
     * @param total of all such holders together, in [0, 1]
     * @param rest share of which nobody says who holds it, in [0, 1]
     */
    public record OutsideShares(double largest, double total, double rest) {}

    /**
     * The graph of these operators.
     *
     * @throws IllegalArgumentException when some own each other in a circle
     */
    public Ownership(List<Operator> operators) {
        operators.forEach(operator -> this.operators.put(operator.id(), operator));
        operators.forEach(operator -> stakes(operator, List.of()));
    }

    /**
     * The same operators, with control read from ownership where nothing else is stated: whoever holds more than half of an
     * operator controls it, link by link; its own seat does where nobody has so much.
     *
     * @param statesControl those whose {@code controlledFrom} is not to be touched
     * @throws IllegalArgumentException when some own each other in a circle
     */
    public static List<Operator> withControl(List<Operator> operators, Predicate<Operator> statesControl) {
        Ownership ownership = new Ownership(operators);
        return operators.stream()
                .map(operator -> statesControl.test(operator)
                        ? operator
                        : operator.controlledFrom(ownership.control(operator, statesControl)))
                .toList();
    }

    private List<String> control(Operator operator, Predicate<Operator> statesControl) {
        if (statesControl.test(operator)) {
            return operator.controlledFrom();
        }
        Optional<String> holder = findMajorityHolder(operator);
        if (holder.isEmpty()) {
            return List.of(operator.seatCountry());
        }
        Operator parent = operators.get(holder.get());
        return parent == null ? List.of(holder.get()) : control(parent, statesControl);
    }

    private static Optional<String> findMajorityHolder(Operator operator) {
        Map<String, Double> direct = new LinkedHashMap<>();
        operator.owners().forEach(holding -> direct.merge(holding.holder(), holding.share(), Double::sum));
        return direct.entrySet().stream()
                .filter(held -> rounded(held.getValue()) > MAJORITY)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * What is held of an operator from outside some countries, looking through its owners. Of a holder that is an operator and
     * whose own owners are not stated, nobody says who it is.
     *
     * @param countries inside (ISO codes)
     * @return empty where no owner is stated
     */
    public Optional<OutsideShares> findSharesOutside(Collection<String> countries, Operator operator) {
        if (operator.owners().isEmpty()) {
            return Optional.empty();
        }
        Stakes held = stakes(operator, List.of());
        double[] outside = held.byCountry().entrySet().stream()
                .filter(stake -> !countries.contains(stake.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .toArray();
        double largest = 0;
        double total = 0;
        for (double share : outside) {
            largest = Math.max(largest, share);
            total += share;
        }
        return Optional.of(new OutsideShares(rounded(largest), rounded(total), rounded(held.rest())));
    }

    private Stakes stakes(Operator operator, List<String> below) {
        if (below.contains(operator.id())) {
            throw new IllegalArgumentException("Operators own each other in a circle: %s."
                    .formatted(String.join(", ", below.subList(below.indexOf(operator.id()), below.size()))));
        }
        Stakes known = stakes.get(operator.id());
        if (known != null) {
            return known;
        }
        List<String> path = new ArrayList<>(below);
        path.add(operator.id());
        Stakes found = lookThrough(operator, path);
        stakes.put(operator.id(), found);
        return found;
    }

    private Stakes lookThrough(Operator operator, List<String> path) {
        Map<String, Double> byCountry = new LinkedHashMap<>();
        double known = 0;
        for (Holding holding : operator.owners()) {
            Operator owner = operators.get(holding.holder());
            Stakes above = owner == null ? Stakes.of(holding.holder()) : stakes(owner, path);
            above.byCountry().forEach((country, part) -> byCountry.merge(country, part * holding.share(), Double::sum));
            known += (1 - above.rest()) * holding.share();
        }
        return new Stakes(byCountry, Math.max(0, 1 - known));
    }

    /** To nine decimals, so that 24 % plus 15 % is 39 %. */
    private static double rounded(double share) {
        return Math.rint(share * DECIMALS) / DECIMALS;
    }
}

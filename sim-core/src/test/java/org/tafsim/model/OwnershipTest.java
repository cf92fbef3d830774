package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private static final List<String> UNION = List.of("DE", "FR", "LU");

    @Test
    void controlFollowsMajoritiesLinkByLink() {
        assertThat(control(
                        operator("telco", "DE", hold("holding", 0.51), hold("DE", 0.49)),
                        operator("holding", "LU", hold("fund", 0.6)),
                        operator("fund", "DE", hold("US", 0.9))))
                .containsExactly(List.of("US"), List.of("US"), List.of("US"));
    }

    @Test
    void halfIsNoMajority() {
        assertThat(control(operator("telco", "DE", hold("US", 0.5), hold("FR", 0.5))))
                .containsExactly(List.of("DE"));
    }

    @Test
    void holdingsOfOneHolderCountTogether() {
        assertThat(control(operator("telco", "DE", hold("US", 0.3), hold("FR", 0.4), hold("US", 0.3))))
                .containsExactly(List.of("US"));
    }

    @Test
    void whatAnOwnerStatesOfItsControlGoesBeforeItsOwners() {
        Operator stated = operator("holding", "LU", hold("US", 1)).controlledFrom(List.of("LU", "FR"));

        List<Operator> derived =
                Ownership.withControl(List.of(operator("telco", "DE", hold("holding", 1)), stated), stated::equals);

        assertThat(derived.get(0).controlledFrom()).containsExactly("LU", "FR");
        assertThat(derived.get(1)).isSameAs(stated);
    }

    @Test
    void withoutOwnersAnOperatorIsItsSeats() {
        assertThat(control(operator("telco", "DE"))).containsExactly(List.of("DE"));
    }

    @Test
    void sharesMultiplyAlongTheWayAndAddUpOverWays() {
        Operator telco = operator("telco", "DE", hold("a", 0.5), hold("b", 0.2), hold("DE", 0.3));
        Operator a = operator("a", "LU", hold("US", 0.4), hold("CH", 0.2), hold("LU", 0.4));
        Operator b = operator("b", "FR", hold("US", 0.2), hold("FR", 0.8));

        Ownership.OutsideShares shares = outside(telco, a, b).orElseThrow();

        assertThat(shares.largest()).isEqualTo(0.24); // 0.5 * 0.4 + 0.2 * 0.2, by Americans
        assertThat(shares.total()).isEqualTo(0.34); // and 0.5 * 0.2 by Swiss
        assertThat(shares.rest()).isZero();
    }

    @Test
    void whatNobodySaysIsKeptApart() {
        Operator telco = operator("telco", "DE", hold("fund", 0.3), hold("US", 0.1), hold("DE", 0.5));

        Ownership.OutsideShares shares = outside(telco, operator("fund", "DE")).orElseThrow();

        assertThat(shares.total()).isEqualTo(0.1);
        assertThat(shares.rest()).isEqualTo(0.4); // a tenth in free float, and whoever owns the fund
    }

    @Test
    void withoutOwnersNobodyKnows() {
        assertThat(outside(operator("telco", "DE"))).isEmpty();
    }

    @Test
    void aCircleIsRefused() {
        List<Operator> circle = List.of(
                operator("x", "DE", hold("a", 1)),
                operator("a", "DE", hold("b", 0.1)),
                operator("b", "DE", hold("DE", 0.5), hold("a", 0.1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Ownership(circle))
                .withMessage("Operators own each other in a circle: a, b.");
    }

    private static List<List<String>> control(Operator... operators) {
        return Ownership.withControl(List.of(operators), operator -> false).stream()
                .map(Operator::controlledFrom)
                .toList();
    }

    private static Optional<Ownership.OutsideShares> outside(Operator operator, Operator... owners) {
        List<Operator> all = new ArrayList<>(Arrays.asList(owners));
        all.add(operator);
        return new Ownership(all).findSharesOutside(UNION, operator);
    }

    private static Operator operator(String id, String seat, Holding... owners) {
        return new Operator(id, seat, List.of(seat), List.of(owners), List.of(), List.of());
    }

    private static Holding hold(String holder, double share) {
        return new Holding(holder, share);
    }
}

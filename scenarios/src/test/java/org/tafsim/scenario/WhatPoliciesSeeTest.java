package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.Scenario;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.DeploymentView;
import org.tafsim.policy.HarvestView;
import org.tafsim.policy.LoadedReplicaView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.ScalingView;
import org.tafsim.policy.WindowView;

/** Nothing that is reached from a view can be changed, in a scenario that says all there is to say. */
class WhatPoliciesSeeTest {

    private final Set<String> records = new HashSet<>();

    @Test
    void appsPopulationsSitesAndReplicasCannotBeChangedDownToTheirLastPart() {
        Scenario scenario = Readers.everything();

        scenario.apps().forEach(this::walk);
        scenario.populations().forEach(this::walk);
        scenario.sites().forEach(this::walk);
        scenario.replicas().forEach(this::walk);

        assertThat(records).hasSizeGreaterThan(20).contains("App", "Population", "Site", "ReplicaSpec");
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                RequestView.class,
                CandidatesView.class,
                OutcomeView.class,
                WindowView.class,
                LoadedReplicaView.class,
                ScalingView.class,
                DeploymentView.class,
                HarvestView.class
            })
    void viewsAnswerNumbersOtherViewsAndRecordsOfTheModel(Class<?> view) {
        for (Method question : view.getMethods()) {
            Class<?> answer = question.getReturnType();
            boolean isHarmless = answer.isPrimitive()
                    || answer.getPackageName().equals("org.tafsim.policy")
                    || (answer.getPackageName().equals("org.tafsim.model")
                            && (answer.isRecord()
                                    || answer.isEnum()
                                    || answer.isInterface()
                                    || answersNumbersOnly(answer)));
            assertThat(isHarmless).as(question.toString()).isTrue();
        }
    }

    private static boolean answersNumbersOnly(Class<?> answer) {
        return Modifier.isFinal(answer.getModifiers())
                && Arrays.stream(answer.getDeclaredMethods())
                        .filter(method -> !Modifier.isPrivate(method.getModifiers()))
                        .allMatch(method -> method.getReturnType().isPrimitive() && !isSetter(method));
    }

    private static boolean isSetter(Method method) {
        return method.getReturnType() == void.class;
    }

    private void walk(Object value) {
        if (value instanceof Collection<?> items) {
            assertThatThrownBy(items::clear).isInstanceOf(UnsupportedOperationException.class);
            items.forEach(this::walk);
        } else if (value instanceof Map<?, ?> map) {
            assertThatThrownBy(map::clear).isInstanceOf(UnsupportedOperationException.class);
            map.values().forEach(this::walk);
        } else if (value instanceof Optional<?> maybe) {
            maybe.ifPresent(this::walk);
        } else if (value instanceof Record) {
            records.add(value.getClass().getSimpleName());
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                walk(part(value, component));
            }
        } else {
            assertThat(value)
                    .isInstanceOfAny(
                            Number.class,
                            Boolean.class,
                            String.class,
                            Enum.class,
                            OptionalInt.class,
                            OptionalLong.class,
                            OptionalDouble.class,
                            GeoPoint.class);
        }
    }

    private static Object part(Object whole, RecordComponent component) {
        try {
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }
}

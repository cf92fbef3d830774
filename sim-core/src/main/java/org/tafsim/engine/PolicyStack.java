package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.PolicyChoice;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.PolicySpec;
import org.tafsim.policy.AdmissionPolicy;
import org.tafsim.policy.AdmissionPolicyType;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.EvictionPolicy;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.OrderPolicy;
import org.tafsim.policy.OrderPolicyType;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.policy.WindowView;

/** The policies of one run, called so that what goes wrong in them names them. */
final class PolicyStack {

    /** In place of the reasons of a policy that says none. */
    private static final String ROUTING = "routing";

    private final PolicySpec spec;
    private final PolicyTypes types;
    private final RandomStreams streams;
    private final RoutingPolicy routing;
    private final Optional<AdmissionPolicy> admission;
    private final Optional<OrderPolicy> order;
    private final List<String> refusalReasons = new ArrayList<>();
    private final int routingReasons;

    /**
     * Builds them.
     *
     * @throws IllegalArgumentException when one is not known, or refuses its parameters
     */
    PolicyStack(PolicySpec spec, RoutingPolicyType type, PolicyTypes types, RandomStreams streams) {
        this.spec = spec;
        this.types = types;
        this.streams = streams;
        routing = built(type, new PolicyStreams(spec.parameters(), streams, StreamUse.ofPolicy("")));
        admission = other(PolicyRole.ADMISSION, AdmissionPolicyType.class, "");
        order = other(PolicyRole.ORDER, OrderPolicyType.class, "");
        refusalReasons.addAll(guarded("on its refusals", routing::refusalReasons));
        if (refusalReasons.isEmpty() && admission.isPresent()) {
            refusalReasons.add(ROUTING);
        }
        routingReasons = Math.max(1, refusalReasons.size());
        admission.ifPresent(policy -> refusalReasons.addAll(guarded("on its refusals", policy::refusalReasons)));
    }

    private <P> P built(PolicyType<P> type, PolicyStreams context) {
        P policy = type.create(context);
        if (policy == null) {
            throw new PolicyException("Policy %s: its type %s built none.".formatted(spec.label(), type.id()));
        }
        return policy;
    }

    private <P, T extends PolicyType<P>> Optional<P> other(PolicyRole role, Class<T> kind, String part) {
        return spec.other(role).map(choice -> built(typeOf(choice, role, kind, types), contextOf(choice, role, part)));
    }

    private PolicyStreams contextOf(PolicyChoice choice, PolicyRole role, String part) {
        return new PolicyStreams(choice.parameters(), streams, StreamUse.ofPolicy(role.word() + "/" + part));
    }

    private static <T extends PolicyType<?>> T typeOf(
            PolicyChoice choice, PolicyRole role, Class<T> kind, PolicyTypes types) {
        return types.find(kind, choice.type())
                .orElseThrow(() -> new IllegalArgumentException("There is no %s policy '%s'; expected one of %s."
                        .formatted(
                                role.word(),
                                choice.type(),
                                types.all(kind).stream().map(PolicyType::id).collect(Collectors.joining(", ")))));
    }

    /** The policy of a role for a part of the system, where the scenario names one. */
    <P, T extends PolicyType<P>> Optional<P> of(PolicyRole role, Class<T> kind, String part) {
        return other(role, kind, part + "/");
    }

    /** Which model makes room, where the scenario says. */
    Optional<EvictionPolicy> eviction() {
        return other(PolicyRole.EVICTION, EvictionPolicyType.class, "");
    }

    PolicySpec spec() {
        return spec;
    }

    List<String> refusalReasons() {
        return refusalReasons;
    }

    boolean isBatch() {
        return routing instanceof BatchRoutingPolicy;
    }

    /** Whether one of them says who is let in. */
    boolean admits() {
        return admission.isPresent();
    }

    /** {@link AdmissionPolicy#ADMIT}, a refusal by {@link #refusalReasons}, or the time until it is to be asked again (ms). */
    int admit(RequestView request, CandidatesView candidates) {
        int verdict;
        try {
            verdict = admission.orElseThrow().admit(request, candidates);
        } catch (RuntimeException e) {
            throw failed("on the admission of a request of app " + request.app().id(), e);
        }
        if (verdict >= AdmissionPolicy.ADMIT) {
            return verdict;
        }
        int reason = RoutingPolicy.REFUSE - verdict; // cannot overflow
        if (reason >= refusalReasons.size() - routingReasons) {
            throw new PolicyException("Policy %s: admission answered %d, which is none of its refusals."
                    .formatted(spec.label(), verdict));
        }
        return verdict - routingReasons;
    }

    /** A candidate, or a refusal by {@link #refusalReasons}. */
    int route(RequestView request, CandidatesView candidates) {
        int choice;
        try {
            choice = routing.route(request, candidates);
        } catch (RuntimeException e) {
            throw failed("on a request of app " + request.app().id(), e);
        }
        return checked(choice, candidates.size());
    }

    /** The same for all of a window. */
    int[] routeAll(WindowView window) {
        int[] choices = new int[window.size()];
        if (choices.length == 0) {
            return choices;
        }
        try {
            ((BatchRoutingPolicy) routing).routeAll(window, choices);
        } catch (RuntimeException e) {
            throw failed("on a window of %d requests".formatted(choices.length), e);
        }
        for (int place = 0; place < choices.length; place++) {
            window.request(place);
            checked(choices[place], window.candidates().size());
        }
        return choices;
    }

    private int checked(int choice, int candidates) {
        if (choice < RoutingPolicy.REFUSE - (routingReasons - 1) || choice >= candidates) {
            throw new PolicyException("Policy %s chose candidate %d of %d.".formatted(spec.label(), choice, candidates)
                    + " Maybe it returned a replica's index, not a candidate's.");
        }
        return choice;
    }

    /** Whether one of them says in which order requests are admitted. */
    boolean ordersRequests() {
        return order.isPresent();
    }

    int priority(RequestView request, int replica) {
        try {
            return order.orElseThrow().priority(request, replica);
        } catch (RuntimeException e) {
            throw failed("on the order of a request of app " + request.app().id(), e);
        }
    }

    void onOutcome(OutcomeView outcome) {
        try {
            routing.onOutcome(outcome);
            if (admission.isPresent()) {
                admission.get().onOutcome(outcome);
            }
        } catch (RuntimeException e) {
            throw failed("on an outcome", e);
        }
    }

    /** What a policy answers. */
    <R> R guarded(String doing, Supplier<R> call) {
        try {
            return call.get();
        } catch (PolicyException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(doing, e);
        }
    }

    private PolicyException failed(String doing, RuntimeException cause) {
        return new PolicyException("Policy %s failed %s: %s".formatted(spec.label(), doing, cause), cause);
    }
}

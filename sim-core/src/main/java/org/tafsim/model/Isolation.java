package org.tafsim.model;

/**
 * How the machine under RAN and AI keeps them apart: what an orchestrator sets for network functions ("enhanced platform
 * awareness"). Figures: {@code docs/model/ran.md}.
 *
 * @param isPinned whether processor cores belong to layer 1 alone
 * @param isNumaAligned whether those cores, the network card and the accelerator hang on one socket
 * @param attachment how the accelerator comes to its users
 */
public record Isolation(boolean isPinned, boolean isNumaAligned, Attachment attachment) {

    /** Pinned, aligned, no hypervisor. */
    public static final Isolation BARE_METAL = new Isolation(true, true, Attachment.BARE_METAL);

    /** Mean time that a slot begins later where others run on its cores (s): an assumption. */
    private static final double UNPINNED_SECONDS = 20e-6;

    /** The same where its data cross sockets (s): an assumption. */
    private static final double CROSS_SOCKET_SECONDS = 5e-6;

    /** How an accelerator comes to its users, and which share of its speed is left of that. */
    public enum Attachment {
        /** No hypervisor. */
        BARE_METAL(1),
        /** A virtual machine has the device, or a function of it, to itself: an assumption. */
        PASSTHROUGH(0.99),
        /** A hypervisor hands it out; vendors claim 1–2 % less than bare metal. */
        VGPU(0.98);

        private final double speed;

        Attachment(double speed) {
            this.speed = speed;
        }
    }

    /** Of the accelerator, over that on bare metal, in (0, 1]. */
    public double speed() {
        return attachment.speed;
    }

    /** Mean time that a slot begins later than on pinned and aligned cores (s). */
    public double jitterSeconds() {
        return (isPinned ? 0 : UNPINNED_SECONDS) + (isNumaAligned ? 0 : CROSS_SOCKET_SECONDS);
    }
}

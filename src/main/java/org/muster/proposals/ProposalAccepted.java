package org.muster.proposals;

/**
 * A proposal was accepted.
 *
 * @param reference of the proposal
 * @param revision the number of the revision that was accepted
 */
public record ProposalAccepted(String reference, int revision) {
}

package org.muster.proposals;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.muster.consultants.AbsenceRow;

/**
 * A line of another open offer with somebody whom an offer has too.
 *
 * @param proposal the reference of the other offer
 */
public record Rival(String proposal, int revision, int line, long consultantId, String consultant, long organisationId,
		String organisation, long requestCreatedBy, String requestTitle) {

	/** Each person of each proposal once, on whichever of its alternatives. */
	static List<Rival> once(Collection<Rival> rivals) {
		Map<String, Rival> once = new LinkedHashMap<>();
		rivals.forEach((one) -> once.putIfAbsent(one.proposal() + "/" + one.consultantId(), one));
		return List.copyOf(once.values());
	}

	/** What it holds of the person, among what is held of many. */
	List<AbsenceRow> holds(List<AbsenceRow> absences) {
		String source = Holds.source(this.proposal, this.revision, this.line);
		return absences.stream()
			.filter((absence) -> absence.consultantId() == this.consultantId && absence.source() != null
					&& (absence.source().equals(source) || absence.source().startsWith(source + ".")))
			.toList();
	}

}

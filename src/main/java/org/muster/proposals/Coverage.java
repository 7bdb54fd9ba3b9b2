package org.muster.proposals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.muster.requests.Amendments;
import org.muster.requests.Position;
import org.muster.requests.Schedule;
import org.muster.requests.StaffingRequest;

import org.springframework.stereotype.Component;

/** Whether an offer still answers a request that was changed after it was made. */
@Component
class Coverage {

	private final Amendments amendments;

	Coverage(Amendments amendments) {
		this.amendments = amendments;
	}

	/**
	 * @param gaps what it does not cover any more, as keys; none where it still covers
	 * all
	 */
	record Changed(List<String> gaps) {

		public boolean covers() {
			return this.gaps.isEmpty();
		}

	}

	/** Nothing where the request was not changed since. */
	Optional<Changed> of(ProposalRevision revision, StaffingRequest request) {
		Instant made = revision.statusAt();
		return this.amendments.latest(request.id())
			.filter((changed) -> changed.isAfter(made))
			.map((changed) -> new Changed(gaps(revision, request)));
	}

	static List<String> gaps(ProposalRevision revision, StaffingRequest request) {
		List<String> gaps = new ArrayList<>();
		for (Position position : request.positions()) {
			long seats = revision.lines().stream().filter((line) -> line.positionNumber() == position.number()).count();
			if (seats < position.headCount()) {
				gaps.add("heads");
			}
			boolean other = revision.lines()
				.stream()
				.anyMatch((line) -> line.positionNumber() == position.number() && line.role() != position.role());
			if (other) {
				gaps.add("role");
			}
		}
		BigDecimal cap = request.rateCap();
		if (cap != null && revision.lines().stream().anyMatch((line) -> line.highestDayRate().compareTo(cap) > 0)) {
			gaps.add("cap");
		}
		BigDecimal budget = request.budget();
		if (budget != null && revision.net().compareTo(budget) > 0) {
			gaps.add("budget");
		}
		request.schedule().ifPresent((schedule) -> dates(revision, schedule, gaps));
		return gaps.stream().distinct().toList();
	}

	private static void dates(ProposalRevision revision, Schedule schedule, List<String> gaps) {
		if (revision.lines()
			.stream()
			.anyMatch((line) -> line.period().from().isBefore(schedule.earliestStart())
					|| line.period().from().isAfter(schedule.latestStart()))) {
			gaps.add("start");
		}
		if (schedule.end() != null
				&& revision.lines().stream().anyMatch((line) -> line.period().to().isBefore(schedule.end()))) {
			gaps.add("end");
		}
	}

}

package org.muster.requests;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisations;
import org.muster.skills.UnansweredWords;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submits a draft, or has an approver of the client asked to do so, unless something in
 * it is to be looked at first.
 */
@Component
class Submission {

	private final Requests requests;

	private final Organisations organisations;

	private final Guidance guidance;

	private final UnansweredWords words;

	private final RequestNotices notices;

	private final Clock clock;

	Submission(Requests requests, Organisations organisations, Guidance guidance, UnansweredWords words,
			RequestNotices notices, Clock clock) {
		this.requests = requests;
		this.organisations = organisations;
		this.guidance = guidance;
		this.words = words;
		this.notices = notices;
		this.clock = clock;
	}

	/**
	 * A step that keeps a draft from being submitted.
	 *
	 * @param step the last part of its address
	 * @param problem a message key, or {@code null} where the step itself tells
	 */
	record Obstacle(String step, @Nullable String problem) {
	}

	/**
	 * @param anyway whether it is submitted though nobody would fit
	 * @return what stands against it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public Optional<Obstacle> submit(StaffingRequest request, boolean anyway, CurrentUser by) {
		if (request.status() == RequestStatus.DRAFT) {
			Optional<Obstacle> obstacle = obstacle(request, anyway);
			if (obstacle.isPresent()) {
				return obstacle;
			}
			if (isToBeApproved(request, by)) {
				askApproval(request, by);
				return Optional.empty();
			}
		}
		if (request.submit(by, this.clock.instant())) {
			this.words.note(request.words());
			this.requests.save(request);
			this.notices.submitted(request, by);
		}
		return Optional.empty();
	}

	private Optional<Obstacle> obstacle(StaffingRequest request, boolean anyway) {
		if (!request.missing().isEmpty()) {
			return Optional.of(new Obstacle(request.missing().get(0).name().toLowerCase(Locale.ROOT), null));
		}
		if (this.guidance.isWithoutWork(request)) {
			return Optional.of(new Obstacle("schedule", "requests.schedule.end.none"));
		}
		return (!anyway && this.guidance.isUnanswerable(request)) ? Optional.of(new Obstacle("review", null))
				: Optional.empty();
	}

	private boolean isToBeApproved(StaffingRequest request, CurrentUser by) {
		return !by.isApprover()
				&& this.organisations.findById(request.organisationId()).orElseThrow().isApprovalRequired();
	}

	private void askApproval(StaffingRequest request, CurrentUser by) {
		if (request.askApproval(by, this.clock.instant())) {
			this.requests.save(request);
			this.notices.approvalAsked(request, by);
		}
	}

}

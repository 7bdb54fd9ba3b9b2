package org.muster.requests;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.audit.Actor;
import org.muster.audit.RefusedTransition;
import org.muster.calendar.DayCount;
import org.muster.vocabulary.JobRole;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestTest {

	private static final CurrentUser MEMBER = new CurrentUser(1, "Inês", "i@x.example", Role.MEMBER, 7L, null);

	private static final CurrentUser OTHER = new CurrentUser(2, "Rui", "r@x.example", Role.APPROVER, 7L, null);

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	private final StaffingRequest request = new StaffingRequest("R-2026-0001", "EUR", "key", MEMBER, NOW);

	private void complete() {
		this.request.describe("Track and trace", Map.of(GoalKind.STEP_UP_LEVEL, Goal.of("Two can run it alone")),
				MEMBER, NOW);
		this.request.addPosition(position(1), MEMBER, NOW);
		LocalDate start = LocalDate.parse("2027-01-04");
		this.request.schedule(new Schedule(start, start, null, DayCount.of("20"), DayCount.of("2.5")), MEMBER, NOW);
	}

	private static Position.Details position(int heads) {
		return new Position.Details(JobRole.QA, Seniority.MID, 3, heads, "Tests", List.of(), Map.of(), null, 0,
				WorkMode.REMOTE, null, null);
	}

	@Test
	void namesWhatIsMissingAndIsNotSubmittedWithoutIt() {
		assertThat(this.request.missing()).containsExactly(StaffingRequest.Step.GOALS, StaffingRequest.Step.POSITIONS,
				StaffingRequest.Step.SCHEDULE);
		assertThatThrownBy(() -> this.request.submit(MEMBER, NOW)).isInstanceOf(IllegalStateException.class);
		assertThat(this.request.status()).isEqualTo(RequestStatus.DRAFT);
	}

	@Test
	void isSubmittedOnceAndASecondClickChangesNothing() {
		complete();
		assertThat(this.request.submit(MEMBER, NOW)).isTrue();
		assertThat(this.request.submit(MEMBER, NOW.plusSeconds(1))).isFalse();
		assertThat(this.request.statusAt()).isEqualTo(NOW);
		assertThatThrownBy(() -> this.request.submit(OTHER, NOW)).isInstanceOf(RefusedTransition.class)
			.hasMessageContaining("Inês");
	}

	@Test
	void canBeAmendedUntilSomebodyIsEngagedAndNotAfter() {
		complete();
		this.request.submit(MEMBER, NOW);
		this.request.budget(BigDecimal.ONE, null, MEMBER, NOW);
		assertThat(this.request.rateCap()).isEqualByComparingTo("1");
		assertThatThrownBy(() -> this.request.removePosition(1, MEMBER, NOW)).isInstanceOf(RefusedTransition.class);
		this.request.takeUp(new Actor(7L, "Marta", null, null), NOW);
		this.request.propose(new Actor(7L, "Marta", null, null), NOW);
		this.request.addPosition(position(1), MEMBER, NOW);
		this.request.engage(new Actor(7L, "Rui", null, null), NOW);
		assertThatThrownBy(() -> this.request.budget(BigDecimal.TEN, null, MEMBER, NOW))
			.isInstanceOf(RefusedTransition.class);
		assertThatThrownBy(() -> this.request.addPosition(position(1), MEMBER, NOW))
			.isInstanceOf(RefusedTransition.class);
	}

	@Test
	void isWithdrawnFromAnyStateBeforeEngagedAndNotAfter() {
		complete();
		this.request.submit(MEMBER, NOW);
		this.request.takeUp(new Actor(7L, "Marta", null, null), NOW);
		this.request.propose(new Actor(7L, "Marta", null, null), NOW);
		this.request.engage(new Actor(7L, "Rui", null, null), NOW);
		assertThatThrownBy(() -> this.request.withdraw(MEMBER, NOW)).isInstanceOf(RefusedTransition.class);
		assertThat(this.request.close(OTHER, NOW)).isTrue();
		assertThat(this.request.status()).isEqualTo(RequestStatus.CLOSED);
	}

	@Test
	void aPositionHasOneToAHundredSeats() {
		for (int heads : new int[] { 0, 101, 400 }) {
			assertThatThrownBy(() -> this.request.addPosition(position(heads), MEMBER, NOW))
				.isInstanceOf(IllegalArgumentException.class);
		}
	}

	@Test
	void aScheduleEndsAfterItStartsAndHasEitherAnEndOrANumberOfDays() {
		LocalDate start = LocalDate.parse("2027-01-04");
		DayCount five = DayCount.of("5");
		assertThatThrownBy(() -> new Schedule(start, start.minusDays(1), null, five, five))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Schedule(start, start, start.minusDays(1), null, five))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Schedule(start, start, start, five, five))
			.isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> new Schedule(start, start, start, null, DayCount.of("5.5")))
			.isInstanceOf(IllegalArgumentException.class);
		assertThat(new Schedule(start, start, null, DayCount.of("20"), DayCount.of("2.5")).expectedEnd())
			.isEqualTo("2027-02-28");
	}

	@Test
	void anotherOfTheSameNameIsNotTakenForADoubleClick() {
		complete();
		this.request.submit(MEMBER, NOW);
		CurrentUser namesake = new CurrentUser(9, MEMBER.name(), "other@x.example", Role.MEMBER, 7L, null);
		assertThatThrownBy(() -> this.request.submit(namesake, NOW)).isInstanceOf(RefusedTransition.class);
		assertThat(this.request.submit(MEMBER, NOW)).isFalse();
		ReflectionTestUtils.setField(this.request, "id", 1L);
		this.request.withdraw(MEMBER, NOW);
		assertThatThrownBy(() -> this.request.withdraw(namesake, NOW)).isInstanceOf(RefusedTransition.class);
	}

}

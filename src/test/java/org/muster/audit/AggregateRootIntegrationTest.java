package org.muster.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.requests.RequestStatus;
import org.muster.requests.Requests;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What aggregates register reaches the trail with the act, or the act does not happen.
 */
@IntegrationTest
class AggregateRootIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Requests requests;

	@Autowired
	private AuditTrail audit;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	private CurrentUser member;

	private StaffingRequest draft;

	@BeforeEach
	void build() {
		this.member = this.world.person(Role.MEMBER, this.world.organisation());
		this.draft = this.world.draft(this.member);
	}

	private StaffingRequest locked() {
		return this.requests.requireLocked(this.draft.reference(), this.member);
	}

	private RequestStatus status() {
		return this.requests.require(this.draft.id(), Viewer.muster()).status();
	}

	private List<String> acts() {
		return this.audit.latest(List.of(this.draft.reference()), 10).stream().map(HistoryLine::act).toList();
	}

	@Test
	void anActIsWrittenOnceItsAggregateIsSaved() {
		this.transaction.executeWithoutResult((status) -> {
			StaffingRequest request = locked();
			request.submit(this.member, Instant.now());
			assertThat(acts()).isEmpty();
			this.requests.save(request);
			assertThat(acts()).containsExactly("request.submitted");
			this.requests.save(request);
		});
		assertThat(acts()).containsExactly("request.submitted");
		assertThat(status()).isEqualTo(RequestStatus.SUBMITTED);
	}

	@Test
	void anActThatNobodySavesDoesNotHappen() {
		assertThatIllegalStateException().isThrownBy(
				() -> this.transaction.executeWithoutResult((status) -> locked().submit(this.member, Instant.now())))
			.withMessageContaining("REQUEST_SUBMITTED");
		assertThat(acts()).isEmpty();
		assertThat(status()).isEqualTo(RequestStatus.DRAFT);
	}

	@Test
	void whatIsRolledBackLeavesNoEntry() {
		this.transaction.executeWithoutResult((status) -> {
			StaffingRequest request = locked();
			request.submit(this.member, Instant.now());
			this.requests.save(request);
			status.setRollbackOnly();
		});
		assertThat(acts()).isEmpty();
	}

	@Test
	void noActIsWrittenOutsideOfATransaction() {
		Audited act = new Audited(Actor.MUSTER, null, AuditAct.REQUEST_SUBMITTED, UUID.randomUUID().toString(), null);
		assertThatThrownBy(() -> this.events.publishEvent(act)).isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void newPartsOfWhatIsSavedStayTheSameObjects() {
		this.transaction.executeWithoutResult((status) -> {
			StaffingRequest request = locked();
			var added = request.addPosition(request.requirePosition(1).details(), this.member, Instant.now());
			assertThat(this.requests.save(request)).isSameAs(request);
			assertThat(request.positions()).last().isSameAs(added);
			assertThat(added.id()).isPositive();
		});
		assertThat(acts()).containsExactly("request.position.added");
	}

}

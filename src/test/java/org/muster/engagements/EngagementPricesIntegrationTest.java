package org.muster.engagements;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.accounts.Role;
import org.muster.audit.Viewer;
import org.muster.pricing.PriceSchedule;
import org.muster.proposals.Proposal;
import org.muster.proposals.ProposalRevision;
import org.muster.proposals.Proposals;
import org.muster.testing.IntegrationTest;
import org.muster.testing.Pages;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Limit;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What an engagement keeps of the prices of its line. */
@IntegrationTest
class EngagementPricesIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Pages pages;

	@Autowired
	private Proposals proposals;

	@Autowired
	private Engagements engagements;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void anEngagementCostsWhatWasOfferedOnEachDay() throws Exception {
		Organisation client = this.world.organisation();
		CurrentUser approver = this.world.person(Role.APPROVER, client);
		CurrentUser manager = this.world.manager();
		this.world.consultant();
		String offer = this.world.drafted(this.world.submitted(approver), manager).reference();
		LocalDate rise = this.world.today().plusMonths(2).withDayOfMonth(1);
		this.pages.save(manager, "/proposals/" + offer + "/draft", "#draft", Map.of("rises[0].from", rise.toString(),
				"rises[0].percent", "3.1", "discountPercent", "2", "lines[0].discountPercent", "1.5"), 302);
		this.pages.post(manager, "/proposals/" + offer + "/sending", 302, "revision", "1");
		this.pages.post(approver, "/proposals/" + offer + "/acceptance", 302, "revision", "1", "fullName",
				approver.name(), "function", "CTO");
		await().atMost(Duration.ofMinutes(1))
			.until(() -> this.engagements.of(new Viewer.Client(client.id()), Limit.of(2)).size() == 1);
		this.transaction.executeWithoutResult((status) -> assertSame(client, offer, rise));
	}

	private void assertSame(Organisation client, String offer, LocalDate rise) {
		Proposal accepted = this.proposals.findByReference(offer, Viewer.muster()).orElseThrow();
		ProposalRevision revision = accepted.revisions().get(0);
		Engagement engagement = this.engagements
			.findByReference(this.engagements.of(new Viewer.Client(client.id()), Limit.of(1)).get(0).reference(),
					new Viewer.Client(client.id()))
			.orElseThrow();
		PriceSchedule offered = revision.lines().get(0).prices();
		PriceSchedule kept = engagement.prices();
		assertThat(kept).usingRecursiveComparison()
			.withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
			.isEqualTo(offered);
		assertThat(kept.steps()).containsOnlyKeys(rise);
		assertThat(kept.discountPercent()).isEqualByComparingTo("1.5");
		assertThat(kept.on(rise)).isEqualByComparingTo("412.40");
		assertThat(engagement.discounts().percent()).isEqualByComparingTo("2");
	}

}

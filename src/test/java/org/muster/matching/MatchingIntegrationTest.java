package org.muster.matching;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.consultants.Consultant;
import org.muster.consultants.Consultants;
import org.muster.matching.SkillMatch.Outcome;
import org.muster.requests.Position;
import org.muster.requests.StaffingRequest;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Transactional
class MatchingIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private Matching matching;

	@Autowired
	private Words words;

	@Autowired
	private Consultants consultants;

	@Autowired
	private jakarta.persistence.EntityManager entities;

	@Test
	void partsAddUpToTheScoreAndEverybodyIsRankedInOneStableOrder() {
		for (int count = 0; count < 5; count++) {
			this.world.consultant();
		}
		StaffingRequest request = request();
		List<Match> ranked = this.matching.rank(request, request.positions().get(0));
		assertThat(ranked).hasSize((int) this.consultants.count());
		assertThat(ranked).allSatisfy((match) -> {
			BigDecimal sum = match.parts().stream().map(PartScore::points).reduce(BigDecimal.ZERO, BigDecimal::add);
			assertThat(sum).isEqualByComparingTo(match.score()).isBetween(BigDecimal.ZERO, new BigDecimal(100));
		});
		assertThat(ranked).isSortedAccordingTo(Match.RANKING);
		assertThat(this.matching.rank(request, request.positions().get(0))).isEqualTo(ranked);
	}

	@Test
	void saysWhatIsMetWhatInPartAndWhatIsMissing() {
		Consultant consultant = this.world.consultant();
		StaffingRequest request = request();
		Position position = request.positions().get(0);
		Match match = this.matching.match(request, position, consultant.id()).orElseThrow();
		assertThat(match.outcomes().get(Outcome.MET)).extracting(SkillMatch::name).containsExactly("Java");
		assertThat(match.outcomes().get(Outcome.MISSING)).extracting(SkillMatch::name).contains("SQL", "Git");
		assertThat(match.fits()).isFalse();
		assertThat(this.words.say(match)).startsWith("Meets Java.").contains("Lacks ", "Within the day rate.");
	}

	@Test
	void aSkillCountsThroughOneThatImpliesIt() {
		Consultant consultant = this.world.consultant();
		StaffingRequest request = request();
		Position position = request.positions().get(0);
		Match match = this.matching.match(request, position, consultant.id()).orElseThrow();
		// Java at 4 says nothing of Spring Boot: it is the other way round.
		assertThat(match.skills()).filteredOn((skill) -> skill.name().equals("Spring Boot"))
			.singleElement()
			.satisfies((skill) -> assertThat(skill.outcome()).isEqualTo(Outcome.MISSING));
	}

	@Test
	void aRateAboveTheCapCostsPointsAndIsSaid() {
		Consultant consultant = this.world.consultant();
		StaffingRequest request = request();
		request.budget(new BigDecimal("380"), null, member(), java.time.Instant.now());
		Match match = this.matching.match(request, request.positions().get(0), consultant.id()).orElseThrow();
		assertThat(match.parts()).filteredOn((part) -> part.part() == Part.RATE).singleElement().satisfies((part) -> {
			assertThat(part.isFull()).isFalse();
			assertThat(this.words.say(part.reasons().get(0))).isEqualTo("20\u00a0EUR a day above the day rate.");
		});
	}

	private CurrentUser member = new CurrentUser(0, "", "", Role.MEMBER, 0L, null);

	private CurrentUser member() {
		return this.member;
	}

	private StaffingRequest request() {
		this.member = this.world.person(Role.MEMBER, this.world.organisation());
		StaffingRequest request = this.world.draft(this.member);
		this.entities.flush();
		return request;
	}

}

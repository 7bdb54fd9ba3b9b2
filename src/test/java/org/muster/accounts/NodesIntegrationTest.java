package org.muster.accounts;

import java.time.Clock;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.muster.testing.TestDatabase;
import org.muster.testing.TwoNodes;

import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What several portals on one database know of each other. */
@Tag("integration")
@ExtendWith(TestDatabase.class)
class NodesIntegrationTest {

	private TwoNodes nodes;

	@BeforeEach
	void start() {
		this.nodes = TwoNodes.start();
		this.nodes.one(JdbcTemplate.class).update("delete from sign_in_attempt");
		this.nodes.one(JdbcTemplate.class).update("delete from account where role = 'ADMINISTRATOR'");
	}

	private int open() {
		Integer open = this.nodes.one(JdbcTemplate.class)
			.queryForObject("select count(*) from invitation where revoked_at is null and accepted_at is null",
					Integer.class);
		return (open != null) ? open : -1;
	}

	@Test
	void eachLinkForTheFirstAdministratorVoidsTheOneBefore() {
		assertThat(open()).isLessThanOrEqualTo(1);
		String earlier = this.nodes.one(Invitations.class).inviteFirst(true).orElseThrow();
		String later = this.nodes.other(Invitations.class).inviteFirst(true).orElseThrow();
		assertThat(this.nodes.one(Invitations.class).findOpen(earlier)).isEmpty();
		assertThat(accept(earlier)).isFalse();
		assertThat(this.nodes.one(Invitations.class).findOpen(later)).isPresent();
		assertThat(open()).isEqualTo(1);
	}

	@Test
	void aStartThatIsNotToMakeOneVoidsIt() {
		String link = this.nodes.one(Invitations.class).inviteFirst(true).orElseThrow();
		assertThat(this.nodes.other(Invitations.class).inviteFirst(false)).isEmpty();
		assertThat(accept(link)).isFalse();
		assertThat(open()).isZero();
	}

	@Test
	void theLinkMakesOneAdministratorAndIsVoidOnceThereIsOne() {
		String link = this.nodes.one(Invitations.class).inviteFirst(true).orElseThrow();
		Accounts accounts = this.nodes.other(Accounts.class);
		Account other = accounts.save(new Account("first@nodes.example", "First", "{noop}secret", Role.ADMINISTRATOR,
				null, this.nodes.other(Clock.class).instant()));
		assertThat(this.nodes.one(Invitations.class).findOpen(link)).isEmpty();
		assertThat(accept(link)).isFalse();
		this.nodes.one(JdbcTemplate.class).update("delete from account where id = ?", other.id());
		assertThat(accept(link)).isTrue();
		assertThat(this.nodes.other(Invitations.class).inviteFirst(true)).isEmpty();
	}

	private boolean accept(String link) {
		return this.nodes.one(Invitations.class)
			.accept(link, "ana@nodes.example", "Ana", "a long password", "127.0.0.1");
	}

	private SignInAttempts node(int attempt) {
		return (attempt % 2 == 0) ? this.nodes.one(SignInAttempts.class) : this.nodes.other(SignInAttempts.class);
	}

	@Test
	void attemptsToSignInCountOverAllNodes() {
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThat(node(attempt).begin("Ana@test.example", "10.0.0.1")).isTrue();
		}
		assertThat(node(0).begin("ana@test.example ", "10.0.0.1")).isFalse();
		assertThat(node(1).begin("ana@test.example", "10.0.0.1")).isFalse();
	}

	@Test
	void whoeverGuessesFromElsewhereDoesNotKeepTheOwnerOut() {
		for (int attempt = 0; attempt < 20; attempt++) {
			node(attempt).begin("ana@test.example", "10.0.0.1");
		}
		assertThat(node(0).begin("ana@test.example", "10.0.0.2")).isTrue();
	}

	@Test
	void guessesFromManyAddressesAreLimitedAsAWhole() {
		for (int attempt = 0; attempt < 100; attempt++) {
			assertThat(node(attempt).begin("ana@test.example", "10.0.1." + attempt)).isTrue();
		}
		assertThat(node(0).begin("ana@test.example", "10.0.2.1")).isFalse();
	}

	@Test
	void anAddressGuessesOnFewAccounts() {
		for (int attempt = 0; attempt < 60; attempt++) {
			assertThat(node(attempt).begin("ana" + attempt + "@test.example", "2001:db8:1:2::" + attempt)).isTrue();
		}
		assertThat(node(0).begin("bea@test.example", "2001:db8:1:2:ffff::1")).isFalse();
		assertThat(node(0).begin("bea@test.example", "2001:db8:1:3::1")).isTrue();
	}

	@Test
	void whoeverSucceedsIsNotLimited() {
		for (int attempt = 0; attempt < 100; attempt++) {
			String account = "ana" + attempt % 2 + "@test.example";
			assertThat(node(attempt).begin(account, "10.0.0.1")).isTrue();
			node(attempt + 1).succeeded(account, "10.0.0.1");
		}
	}

}

package org.muster.accounts;

import org.junit.jupiter.api.Test;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

@IntegrationTest
class SignInIntegrationTest {

	@Autowired
	private World world;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private JdbcTemplate jdbc;

	private String signIn(CurrentUser person, String password, String address) throws Exception {
		String to = this.mvc.perform(post("/login").servletPath("/login")
			.param("username", person.email())
			.param("password", password)
			.with(csrf())
			.with((request) -> {
				request.setRemoteAddr(address);
				return request;
			})).andReturn().getResponse().getRedirectedUrl();
		return String.valueOf(to);
	}

	@Test
	void onlyFailuresCountAndTheyKeepNobodyOutElsewhere() throws Exception {
		CurrentUser ana = this.world.manager();
		for (int attempt = 0; attempt < 9; attempt++) {
			assertThat(signIn(ana, "wrong", "10.1.0.1")).isEqualTo("/login?error");
		}
		assertThat(signIn(ana, "secret", "10.1.0.1")).isEqualTo("/");
		assertThat(this.jdbc.queryForObject("select count(*) from sign_in_attempt where address = '10.1.0.1'",
				Integer.class))
			.isZero();
		for (int attempt = 0; attempt < 10; attempt++) {
			assertThat(signIn(ana, "wrong", "10.1.0.1")).isEqualTo("/login?error");
		}
		assertThat(signIn(ana, "secret", "10.1.0.1")).isEqualTo("/login?limited");
		assertThat(signIn(ana, "secret", "10.1.0.2")).isEqualTo("/");
	}

}

package org.muster.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Organisation;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Two people who enter rates or agreements for the same days at the same moment. */
@IntegrationTest
class RatesAtOnceIntegrationTest {

	private static final int ROUNDS = 15;

	@Autowired
	private World world;

	@Autowired
	private MockMvc mvc;

	private final ExecutorService both = Executors.newFixedThreadPool(2);

	@AfterEach
	void end() {
		this.both.shutdown();
	}

	private List<Integer> atOnce(String path, String... parameters) throws Exception {
		CyclicBarrier together = new CyclicBarrier(2);
		List<Callable<Integer>> acts = new ArrayList<>();
		for (CurrentUser manager : List.of(this.world.manager(), this.world.manager())) {
			MockHttpServletRequestBuilder request = post(path);
			for (int index = 0; index < parameters.length; index += 2) {
				request.param(parameters[index], parameters[index + 1]);
			}
			request.with(csrf()).with(this.world.as(manager));
			acts.add(() -> {
				together.await();
				return this.mvc.perform(request).andReturn().getResponse().getStatus();
			});
		}
		List<Integer> answers = new ArrayList<>();
		for (Future<Integer> act : this.both.invokeAll(acts)) {
			answers.add(act.get());
		}
		return answers;
	}

	@Test
	void onNoDayHasAClientTwoAgreements() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			Organisation client = this.world.organisation();
			assertThat(atOnce("/admin/organisations/" + client.reference() + "/agreements", "name", "Frame", "from",
					this.world.today().toString(), "to", this.world.today().plusYears(1).toString(), "tiers[0].days",
					"100", "tiers[0].percent", "3"))
				.containsExactlyInAnyOrder(302, 422);
		}
	}

	@Test
	void onNoDayHasARoleTwoRates() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			Organisation client = this.world.organisation();
			assertThat(atOnce("/admin/rates", "organisation", client.reference(), "role", "BACK_END", "currency", "EUR",
					"dayRate", "450", "from", "2026-01-01"))
				.containsExactlyInAnyOrder(302, 422);
		}
	}

}

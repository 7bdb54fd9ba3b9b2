package org.muster.matching;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.muster.consultants.Consultants;
import org.muster.consultants.Pool;

import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.view;

class WarmingUpTest {

	@Test
	void untilThePoolIsReadNothingIsGuessed() throws Exception {
		CountDownLatch read = new CountDownLatch(1);
		Pool pool = Mockito.mock(Pool.class);
		Consultants consultants = Mockito.mock(Consultants.class);
		Mockito.when(consultants.allIds()).thenAnswer((call) -> {
			read.await();
			return List.of();
		});
		MatchIndex index = new MatchIndex(pool, consultants, Matchers.TAXONOMY, Matchers.SETTINGS,
				Matchers.CONTEXT.exchange(), Clock.systemUTC());
		index.warm();
		assertThatThrownBy(index::current).isInstanceOf(WarmingUp.class);
		read.countDown();
		assertThat(index.current().count()).isZero();
		index.stop();
	}

	@Test
	void thePageSaysSoAndAsksAgainByItself() throws Exception {
		MockMvcBuilders.standaloneSetup(new Cold())
			.setControllerAdvice(new WarmingUpPage())
			.build()
			.perform(get("/cold"))
			.andExpect(status().isServiceUnavailable())
			.andExpect(header().string("Retry-After", "2"))
			.andExpect(header().string("Refresh", "2"))
			.andExpect(view().name("matching/warming"));
	}

	@Controller
	static class Cold {

		@GetMapping("/cold")
		String cold() {
			throw new WarmingUp();
		}

	}

}

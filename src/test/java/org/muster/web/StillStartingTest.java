package org.muster.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class StillStartingTest {

	private final ApplicationAvailability availability = mock(ApplicationAvailability.class);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final MockFilterChain rest = new MockFilterChain();

	private void ask(String method, String path) throws Exception {
		MockHttpServletRequest request = new MockHttpServletRequest(method, path);
		request.setServletPath(path);
		new StillStarting(this.availability).doFilter(request, this.response, this.rest);
	}

	@Test
	void untilTheApplicationIsReadyAnAttemptToSignInWaitsForTheFirstPage() throws Exception {
		given(this.availability.getReadinessState()).willReturn(ReadinessState.REFUSING_TRAFFIC);
		ask("POST", "/login");
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Refresh")).isEqualTo("2; url=/");
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("2");
		assertThat(this.rest.getRequest()).isNull();
	}

	@Test
	void untilTheApplicationIsReadyAPageLoadsItselfAgain() throws Exception {
		given(this.availability.getReadinessState()).willReturn(ReadinessState.REFUSING_TRAFFIC);
		ask("GET", "/requests");
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Refresh")).isEqualTo("2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/css/base.css", "/webjars/htmx.org/dist/htmx.min.js", "/actuator/health" })
	void whatThatPageIsMadeOfIsServedAtOnce(String path) throws Exception {
		given(this.availability.getReadinessState()).willReturn(ReadinessState.REFUSING_TRAFFIC);
		ask("GET", path);
		assertThat(this.rest.getRequest()).isNotNull();
	}

	@Test
	void onceTheApplicationIsReadyEverythingIsAnswered() throws Exception {
		given(this.availability.getReadinessState()).willReturn(ReadinessState.ACCEPTING_TRAFFIC);
		ask("POST", "/login");
		assertThat(this.response.getStatus()).isEqualTo(200);
		assertThat(this.rest.getRequest()).isNotNull();
	}

}

package org.muster.web;

import java.util.function.IntFunction;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.junit.jupiter.api.Test;

import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

class UnfinishedBodiesTest {

	/** More than Tomcat has threads. */
	private static final int MANY = 300;

	private final Response refused = mock(Response.class);

	@Test
	void fewOfOneSessionAreWaitedForAndTheNextIsRefused() throws Exception {
		assertThat(atOnce((number) -> request(true, "one"))).isEqualTo(UnfinishedBodies.OF_ONE_SESSION);
		verify(this.refused).setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
	}

	@Test
	void ofManySessionsFewerAreThanThereAreThreads() throws Exception {
		assertThat(atOnce((number) -> request(true, "session " + number))).isEqualTo(UnfinishedBodies.FROM_ALL);
	}

	@Test
	void strangersLeaveRoomForThoseWhoHaveSignedIn() throws Exception {
		assertThat(atOnce((number) -> request(false, "192.0.2." + number)))
			.isEqualTo(UnfinishedBodies.FROM_ALL_STRANGERS);
		assertThat(atOnce((number) -> request(false, "192.0.2.1"))).isEqualTo(UnfinishedBodies.FROM_ONE_ADDRESS);
	}

	/** How many reach the application, each while all before it are still there. */
	private int atOnce(IntFunction<Request> requests) throws Exception {
		UnfinishedBodies bodies = new UnfinishedBodies();
		int[] reached = new int[1];
		bodies.setNext(new ValveBase() {

			@Override
			public void invoke(Request request, Response response) {
				reached[0]++;
				if (reached[0] < MANY) {
					try {
						bodies.invoke(requests.apply(reached[0]), response);
					}
					catch (Exception ex) {
						throw new IllegalStateException(ex);
					}
				}
			}

		});
		bodies.invoke(requests.apply(0), this.refused);
		return reached[0];
	}

	private static Request request(boolean signedIn, String whose) {
		Request request = mock(Request.class);
		given(request.getContentLengthLong()).willReturn(900_000L);
		given(request.getCoyoteRequest()).willReturn(new org.apache.coyote.Request());
		given(request.getRemoteAddr()).willReturn(whose);
		if (signedIn) {
			HttpSession attributes = mock(HttpSession.class);
			given(attributes.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY))
				.willReturn(new Object());
			Session session = mock(Session.class);
			given(session.getIdInternal()).willReturn(whose);
			given(session.getSession()).willReturn(attributes);
			given(request.getSessionInternal(anyBoolean())).willReturn(session);
		}
		return request;
	}

}

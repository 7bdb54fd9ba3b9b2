package org.muster.web;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A request whose body arrives slowly holds one of Tomcat's 200 threads until it is
 * there. Few from one address may before anybody has signed in, or of one session after
 * that, and fewer than there are threads from all together, so that whoever dawdles keeps
 * nobody else out.
 */
class UnfinishedBodies extends ValveBase {

	/** Forms before the sign-in are small: they come and go in milliseconds. */
	static final int FROM_ONE_ADDRESS = 16;

	static final int FROM_ALL_STRANGERS = 100;

	/** Six that a browser sends at once, in a few windows. */
	static final int OF_ONE_SESSION = 24;

	/** Leaves threads for whoever only reads, and for health. */
	static final int FROM_ALL = 160;

	private final Map<String, Integer> open = new ConcurrentHashMap<>();

	private final AtomicInteger all = new AtomicInteger();

	UnfinishedBodies() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (!hasBody(request)) {
			getNext().invoke(request, response);
			return;
		}
		Session session = signedIn(request);
		String whose = (session != null) ? session.getIdInternal()
				: Objects.requireNonNullElse(request.getRemoteAddr(), "");
		boolean few = this.open.merge(whose, 1,
				Integer::sum) <= ((session != null) ? OF_ONE_SESSION : FROM_ONE_ADDRESS);
		try {
			boolean room = this.all.incrementAndGet() <= ((session != null) ? FROM_ALL : FROM_ALL_STRANGERS);
			if (room && few) {
				getNext().invoke(request, response);
			}
			else {
				refuse(request, response);
			}
		}
		finally {
			this.all.decrementAndGet();
			this.open.computeIfPresent(whose, (any, count) -> (count > 1) ? count - 1 : null);
		}
	}

	/** Without reading what is still to come, for which it would have to wait. */
	private static void refuse(Request request, Response response) {
		request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
		response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
		response.setHeader("Retry-After", "5");
		response.setHeader("Connection", "close");
	}

	static boolean hasBody(Request request) {
		return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
	}

	private static @Nullable Session signedIn(Request request) {
		Session session = request.getSessionInternal(false);
		return (session != null && session.getSession()
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null) ? session : null;
	}

}

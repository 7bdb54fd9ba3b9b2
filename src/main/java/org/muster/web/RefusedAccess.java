package org.muster.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.SignIn;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/**
 * What a client may not do does not exist for the client. A form without its token was
 * left open until the session had expired: it is kept until the person has signed in.
 */
@Component
class RefusedAccess implements AccessDeniedHandler {

	static final String STALE_FORM = RefusedAccess.class.getName() + ".staleForm";

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException, ServletException {
		if (exception instanceof CsrfException) {
			expired(request, response);
		}
		else {
			response.sendError(status(request).value());
		}
	}

	private static void expired(HttpServletRequest request, HttpServletResponse response) throws IOException {
		boolean signedIn = SignIn.current(request).isPresent();
		if ("true".equals(request.getHeader("HX-Request"))) {
			// The page loads itself again, by way of signing in.
			response.setHeader("HX-Refresh", "true");
			response.setStatus(HttpStatus.FORBIDDEN.value());
		}
		else if (LostForm.keep(request)) {
			response.sendRedirect(request.getContextPath() + (signedIn ? ResumptionController.PATH : "/login?kept"));
		}
		else if (!signedIn && request.getServletPath().matches("/login|/logout|/theme")) {
			response.sendRedirect(request.getContextPath() + "/login?expired");
		}
		else {
			request.setAttribute(STALE_FORM, true);
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	static HttpStatus status(HttpServletRequest request) {
		boolean client = SignIn.current(request).map(CurrentUser::isClient).orElse(false);
		return client ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
	}

}

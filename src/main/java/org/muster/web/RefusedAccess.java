package org.muster.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.SignIn;
import org.muster.audit.AuditAct;

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

	/** Where a form was that nothing was typed into. */
	static final String PAGE = RefusedAccess.class.getName() + ".page";

	private final Refusals refusals;

	RefusedAccess(Refusals refusals) {
		this.refusals = refusals;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException exception)
			throws IOException, ServletException {
		this.refusals.note(request,
				(exception instanceof CsrfException) ? AuditAct.ACCESS_STALE : AuditAct.ACCESS_REFUSED);
		if (exception instanceof CsrfException) {
			expired(request, response);
		}
		else {
			response.sendError(status(request).value());
		}
	}

	private static void expired(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if ("true".equals(request.getHeader("HX-Request"))) {
			// The page loads itself again, by way of signing in, unless something is
			// typed on it.
			response.setHeader("HX-Refresh", "true");
			response.setStatus(HttpStatus.FORBIDDEN.value());
			return;
		}
		boolean signedIn = SignIn.current(request).isPresent();
		boolean another = LostForm.isOfAnother(request);
		String kept = LostForm.keep(request).orElse(null);
		String waiting = path(request).equals("/login") ? request.getParameter("kept") : null;
		if (kept != null) {
			redirect(request, response, signedIn ? ResumptionController.of(kept) : "/login?kept=" + kept);
		}
		else if (signedIn && waiting != null) {
			// Signed in already, in another tab.
			redirect(request, response, ResumptionController.of(waiting));
		}
		else if (!signedIn && path(request).matches("/login|/logout|/theme")) {
			redirect(request, response, "/login?expired");
		}
		else {
			request.setAttribute(STALE_FORM, another ? "other" : "expired");
			request.setAttribute(PAGE, LostForm.page(request));
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	private static String path(HttpServletRequest request) {
		return request.getRequestURI().substring(request.getContextPath().length());
	}

	private static void redirect(HttpServletRequest request, HttpServletResponse response, String path)
			throws IOException {
		response.sendRedirect(request.getContextPath() + path);
	}

	static HttpStatus status(HttpServletRequest request) {
		boolean client = SignIn.current(request).map(CurrentUser::isClient).orElse(false);
		return client ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN;
	}

}

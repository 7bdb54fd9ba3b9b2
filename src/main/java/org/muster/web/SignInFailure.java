package org.muster.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.muster.operations.Outage;

import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Back to the form, with the name that was typed and without a word on what of it was
 * wrong.
 */
class SignInFailure implements AuthenticationFailureHandler {

	static final String TYPED = SignInFailure.class.getName() + ".typed";

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		if (exception instanceof InternalAuthenticationServiceException) {
			// The database does not answer: that is no wrong password.
			String why = Outage.of(exception).filter(Outage.BUSY::equals).map((busy) -> "busy").orElse("unavailable");
			response.sendRedirect(request.getContextPath() + "/login?" + why);
			return;
		}
		String typed = request.getParameter("username");
		if (typed != null && typed.length() <= 254) {
			request.getSession().setAttribute(TYPED, typed);
		}
		response.sendRedirect(request.getContextPath() + "/login?error");
	}

}

package org.muster.web;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

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
			// The database is away: that is no wrong password.
			response.sendRedirect(request.getContextPath() + "/login?unavailable");
			return;
		}
		String typed = request.getParameter("username");
		if (typed != null && typed.length() <= 254) {
			request.getSession().setAttribute(TYPED, typed);
		}
		response.sendRedirect(request.getContextPath() + "/login?error");
	}

}

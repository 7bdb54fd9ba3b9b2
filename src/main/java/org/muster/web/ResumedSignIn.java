package org.muster.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.muster.accounts.SignIn;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * After signing in: back to a form that waits for the same person, or else to the page
 * that was asked for. Somebody else never sees it.
 */
class ResumedSignIn extends SavedRequestAwareAuthenticationSuccessHandler {

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws ServletException, IOException {
		LostForm form = LostForm.in(request.getSession(false)).orElse(null);
		boolean own = form != null && SignIn.current(request)
			.filter((user) -> form.account().equals(String.valueOf(user.id())))
			.isPresent();
		if (!own && form != null) {
			LostForm.forget(request.getSession());
		}
		if (own) {
			clearAuthenticationAttributes(request);
			getRedirectStrategy().sendRedirect(request, response, ResumptionController.PATH);
			return;
		}
		super.onAuthenticationSuccess(request, response, authentication);
	}

}

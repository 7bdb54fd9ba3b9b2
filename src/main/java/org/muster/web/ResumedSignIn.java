package org.muster.web;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

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
		String form = LostForm.resume(request, request.getParameter("kept")).orElse(null);
		if (form != null) {
			clearAuthenticationAttributes(request);
			getRedirectStrategy().sendRedirect(request, response, ResumptionController.of(form));
			return;
		}
		super.onAuthenticationSuccess(request, response, authentication);
	}

}

package org.muster.accounts;

import java.io.IOException;
import java.util.Objects;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.muster.audit.AuditAct;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody guess passwords for long. */
@Component
public class SignInThrottle extends OncePerRequestFilter {

	private final SignInAttempts attempts;

	private final FailedSignIns failed;

	SignInThrottle(SignInAttempts attempts, FailedSignIns failed) {
		this.failed = failed;
		this.attempts = attempts;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !("POST".equals(request.getMethod()) && "/login".equals(request.getServletPath()));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String account = Objects.requireNonNullElse(request.getParameter("username"), "");
		if (this.attempts.begin(account, request.getRemoteAddr())) {
			chain.doFilter(request, response);
		}
		else {
			this.failed.note(AuditAct.ACCOUNT_SIGN_IN_LIMITED, account, request.getRemoteAddr());
			response.sendRedirect(request.getContextPath() + "/login?limited");
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class Registration {

		/**
		 * It runs inside the security chain only, not once more as a filter of its own.
		 */
		@Bean
		FilterRegistrationBean<SignInThrottle> signInThrottleRegistration(SignInThrottle throttle) {
			FilterRegistrationBean<SignInThrottle> registration = new FilterRegistrationBean<>(throttle);
			registration.setEnabled(false);
			return registration;
		}

	}

}

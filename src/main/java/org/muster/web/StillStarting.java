package org.muster.web;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tomcat answers before everything is there that the first page needs: the demo's data
 * take up to a minute. Until the application is ready, every page is one that waits and
 * loads itself again; no attempt to sign in is made, let alone counted.
 */
class StillStarting extends OncePerRequestFilter {

	static final String ATTRIBUTE = StillStarting.class.getName();

	private static final String SECONDS = "2";

	private final ApplicationAvailability availability;

	StillStarting(ApplicationAvailability availability) {
		this.availability = availability;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC
				|| PageAttributes.isAsset(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean again = HttpMethod.GET.matches(request.getMethod());
		response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
		response.setHeader("Refresh", again ? SECONDS : SECONDS + "; url=" + request.getContextPath() + "/");
		request.setAttribute(ATTRIBUTE, true);
		response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
	}

}

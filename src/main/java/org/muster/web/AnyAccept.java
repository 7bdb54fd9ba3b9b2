package org.muster.web;

import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever asks whether the portal is well gets the answer that there is, even if a page
 * or a picture was asked for: a browser, a monitor or a load balancer is told nothing by
 * a 406.
 */
class AnyAccept extends OncePerRequestFilter {

	/** What the works are told in. */
	private static final List<MediaType> TOLD = List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_PLAIN,
			MediaType.valueOf("application/vnd.spring-boot.actuator.v3+json"),
			MediaType.valueOf("application/vnd.spring-boot.actuator.v2+json"),
			MediaType.valueOf("application/openmetrics-text"));

	private final RequestMatcher where;

	AnyAccept(RequestMatcher... where) {
		this.where = new OrRequestMatcher(where);
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !this.where.matches(request) || isTold(request);
	}

	private static boolean isTold(HttpServletRequest request) {
		try {
			return MediaType.parseMediaTypes(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
				.stream()
				.anyMatch((asked) -> TOLD.stream().anyMatch(asked::isCompatibleWith));
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public @Nullable String getHeader(String name) {
				return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? MediaType.ALL_VALUE : super.getHeader(name);
			}

			@Override
			public Enumeration<String> getHeaders(String name) {
				return HttpHeaders.ACCEPT.equalsIgnoreCase(name) ? Collections.enumeration(List.of(MediaType.ALL_VALUE))
						: super.getHeaders(name);
			}
		}, response);
	}

}

package org.muster.forms;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whatever is typed into a field of any form arrives without what nobody can read, so
 * that no page, table or e-mail has to think of it. Passwords are taken as they are.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LegibleParameters extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new Cleaned(request), response);
	}

	private static final class Cleaned extends HttpServletRequestWrapper {

		Cleaned(HttpServletRequest request) {
			super(request);
		}

		@Override
		public @Nullable String getParameter(String name) {
			String value = super.getParameter(name);
			return (value == null || isSecret(name)) ? value : Legible.text(value);
		}

		@Override
		public String @Nullable [] getParameterValues(String name) {
			String[] values = super.getParameterValues(name);
			return (values == null || isSecret(name)) ? values
					: Arrays.stream(values).map(Legible::text).toArray(String[]::new);
		}

		@Override
		public Map<String, String[]> getParameterMap() {
			Map<String, String[]> cleaned = new LinkedHashMap<>();
			super.getParameterMap().keySet().forEach((name) -> cleaned.put(name, getParameterValues(name)));
			return Collections.unmodifiableMap(cleaned);
		}

		private static boolean isSecret(String name) {
			return name.toLowerCase(Locale.ROOT).contains("password");
		}

	}

}

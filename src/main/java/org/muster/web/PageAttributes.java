package org.muster.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.SignIn;
import org.muster.calendar.HolidayCalendar;
import org.muster.calendar.HomeZone;
import org.muster.numbers.NumberHints;
import org.muster.forms.Formats;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the layout of every page needs, error pages included: hence a filter, inside that
 * of security, and not a model.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PageAttributes extends OncePerRequestFilter {

	/** What has no page, for which a session would be made. */
	private static final List<String> ASSETS = List.of("/css/", "/js/", "/img/", "/webjars/", "/actuator/", "/livez",
			"/readyz");

	private final Formats formats;

	private final HomeZone home;

	private final NumberHints numberHints;

	private final HolidayCalendar calendar;

	private final boolean demo;

	PageAttributes(Formats formats, HomeZone home, NumberHints numberHints, HolidayCalendar calendar,
			Environment environment) {
		this.home = home;
		this.numberHints = numberHints;
		this.calendar = calendar;
		this.formats = formats;
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return isAsset(request);
	}

	/** Whether what is asked for is no page. */
	static boolean isAsset(HttpServletRequest request) {
		return ASSETS.stream().anyMatch(request.getServletPath()::startsWith);
	}

	/**
	 * A page that fails while it is written leaves its model behind, in which that of the
	 * error would find strange things.
	 */
	private static void forgetFailed(HttpServletRequest request) {
		Collections.list(request.getAttributeNames())
			.stream()
			.filter((name) -> name.indexOf('.') < 0 && !name.startsWith("_"))
			.forEach(request::removeAttribute);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			// Drawn now: once a long page has begun to be sent, no session can be made to
			// keep it.
			token.getToken();
		}
		if (request.getDispatcherType() == DispatcherType.ERROR) {
			forgetFailed(request);
		}
		request.setAttribute("formats", this.formats.by(SignIn.zone().orElse(this.home.id())));
		request.setAttribute("numberHints", this.numberHints);
		request.setAttribute("holidayCalendar", this.calendar);
		request.setAttribute("demo", this.demo);
		request.setAttribute("user", SignIn.current(request).orElse(null));
		request.setAttribute("theme", ThemeController.of(request));
		request.setAttribute("posted", HttpMethod.POST.matches(request.getMethod()));
		request.setAttribute("section", section(request));
		request.setAttribute("typedUsername", typed(request));
		chain.doFilter(request, response);
	}

	/**
	 * The first step of the address, the first two below {@code /admin}, for marking
	 * where one is. Interviews belong to requests, what proposals are made with to those.
	 */
	private static String section(HttpServletRequest request) {
		String[] steps = request.getServletPath().split("/");
		int most = (steps.length > 1 && steps[1].equals("admin")) ? 3 : 2;
		String section = String.join("/", Arrays.copyOf(steps, Math.min(steps.length, most))).toLowerCase(Locale.ROOT);
		return switch (section) {
			case "/interviews" -> "/requests";
			case "/days", "/terms", "/admin/terms", "/admin/closings", "/admin/holidays", "/admin/rates",
					"/admin/letterhead" ->
				"/proposals";
			default -> section;
		};
	}

	private static @Nullable String typed(HttpServletRequest request) {
		HttpSession session = request.getServletPath().equals("/login") ? request.getSession(false) : null;
		return (session != null) ? (String) session.getAttribute(SignInFailure.TYPED) : null;
	}

	static @Nullable String cookie(HttpServletRequest request, String name) {
		return Arrays.stream(Objects.requireNonNullElse(request.getCookies(), new Cookie[0]))
			.filter((cookie) -> cookie.getName().equals(name))
			.map(Cookie::getValue)
			.findFirst()
			.orElse(null);
	}

}

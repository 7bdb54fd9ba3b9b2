package org.muster.web;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Light, dark, or as the machine has it: kept in a cookie, so that it works without
 * scripts.
 */
@Controller
class ThemeController {

	private static final String COOKIE = "theme";

	private static final Set<String> THEMES = Set.of("light", "dark", "auto");

	static String of(HttpServletRequest request) {
		String theme = PageAttributes.cookie(request, COOKIE);
		return (theme != null && THEMES.contains(theme)) ? theme : "auto";
	}

	@PostMapping("/theme")
	String choose(@RequestParam String theme, @RequestHeader(name = "Referer", required = false) @Nullable String from,
			HttpServletRequest request, HttpServletResponse response) {
		ResponseCookie cookie = ResponseCookie.from(COOKIE, THEMES.contains(theme) ? theme : "auto")
			.path("/")
			.maxAge(Duration.ofDays(365))
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
		return "redirect:" + path(from);
	}

	/** The path of where the person was; never another host. */
	private static String path(@Nullable String from) {
		try {
			URI uri = (from != null) ? URI.create(from) : URI.create("/");
			String path = uri.getRawPath();
			if (path == null || !path.startsWith("/") || path.startsWith("//")) {
				return "/";
			}
			return (uri.getRawQuery() != null) ? path + "?" + uri.getRawQuery() : path;
		}
		catch (IllegalArgumentException ex) {
			return "/";
		}
	}

}
